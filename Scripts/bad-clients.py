"""usage: bad-clients.py PROGRAM: what clients do to a service by mistake or on purpose; see Scripts/test-server."""
import http.client, json, os, random, re, signal, socket, subprocess, sys, tempfile, threading, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.argv[1]).resolve()
CASE = (ROOT / "geo/cases/js621-flight.yaml").read_bytes()
problems, tried = [], 0


def expect(what, isTrue):
    global tried
    tried += 1
    if not isTrue:
        problems.append(what)
        print("✗", what, flush=True)


class Server:
    """The service in a folder of its own, on any free port."""

    def __init__(self, folder, *settings):
        self.process = subprocess.Popen(
            [PROGRAM, "--port", "0", *settings], stdout=subprocess.PIPE, stderr=(folder / "log").open("ab"),
            env={**os.environ, "WAYPROOF_GEO": str(ROOT / "geo"), "WAYPROOF_DATA": str(folder)}, text=True)
        self.port = int(re.search(r":(\d+)", self.process.stdout.readline())[1])

    def ask(self, method, path, body=None, headers={}, within=300):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=within)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, dict((k.lower(), v) for k, v in answer.getheaders()), answer.read()
        finally:
            connection.close()

    def send(self, data, within=10):
        """What comes back for bytes as they are; nothing where the connection is closed."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=within) as connection:
            try:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            answer = b""
            try:
                while piece := connection.recv(65_536):
                    answer += piece
            except OSError:
                pass
            return answer

    def memory(self):
        """Megabytes resident."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") >> 20

    def lives(self, after):
        expect(f"after {after} the service is there: exit code {self.process.poll()}", self.process.poll() is None)
        expect(f"after {after} a case is judged", self.ask("POST", "/v1/check", CASE, {"Content-Type": "application/yaml"})[0] == 200)

    def stop(self, how=signal.SIGTERM, within=300):
        self.process.send_signal(how)
        return self.process.wait(within)


def refuses(server, what, statuses, method, path, body=None, headers={}):
    """A refusal is a problem document that says what is wrong."""
    status, fields, text = server.ask(method, path, body, headers)
    expect(f"{what}: {status}, not {statuses}: {text[:200]}", status in statuses)
    expect(f"{what}: {fields.get('content-type')}", fields.get("content-type", "").startswith("application/problem+json"))
    try:
        document = json.loads(text)
    except ValueError:
        document = {}
    expect(f"{what}: {text[:200]}", document.get("status") == status and document.get("title") and document.get("detail"))


def documents(server):
    yaml, jsonType = {"Content-Type": "application/yaml"}, {"Content-Type": "application/json"}
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
    bodies = {
        "nothing": b"", "a space": b" ", "NUL": b"\0" * 100, "not UTF-8": b"\xff\xfe\xfd" * 100,
        "half a case": CASE[: len(CASE) // 2], "a list": b"- a\n- b\n", "a number": b"1e999",
        "a bomb of aliases": bomb.encode(), "an alias of itself": b"a: &a [*a]\n",
        "brackets": b"[" * 200_000, "braces": b"{" * 200_000, "deep lists": b"- " * 100_000 + b"x",
        "deep keys": b"".join(b" " * n + b"a:\n" for n in range(1_500)),
        "a long key": b"a" * 1_000_000 + b": 1\n", "many keys": b"".join(b"k%d: 1\n" % n for n in range(100_000)),
        "many documents": b"---\na: 1\n" * 10_000, "a tag": b"!!python/object/apply:os.system ['true']\n",
        "the key of merging": b"a: &a {b: 1}\n<<: [*a, *a]\n", "a PDF": b"%PDF-1.7\n" + os.urandom(10_000),
        "an HTML page without a case": b"<!doctype html><title>x</title>",
    }
    for path in ["/v1/check", "/v1/tree", "/v1/cases", "/report"]:
        for what, body in bodies.items():
            status, fields, text = server.ask("POST", path, body, yaml)
            fits = status == 200 and path in ("/v1/tree", "/report") or 400 <= status < 500
            expect(f"{what} to {path}: {status} {text[:120]}", fits)
    broken = {
        "nothing": b"", "half": b'{"case": "', "brackets": b"[" * 200_000, "braces": b'{"a":' * 200_000, "a list": b"[]", "null": b"null",
        "a number": b"1e999", "NaN": b"NaN", "wrong types": b'{"case": 1, "sweep": "x", "samples": []}', "not UTF-8": b"\xff" * 50,
        "huge numbers": b'{"case": "a", "samples": 99999999999999999999999}', "surrogates": b'{"case": "\\ud800"}',
        "the same key twice": b'{"case": "a", "case": "b"}',
    }
    for path in ["/v1/what-if", "/v1/text", "/v1/draft"]:
        for what, body in broken.items():
            # Any object can be written as text; whether it is a case is asked elsewhere.
            if path != "/v1/text" or what not in ("wrong types", "huge numbers", "the same key twice"):
                refuses(server, f"{what} to {path}", {400, 413, 415, 422}, "POST", path, body, jsonType)
    for type in ["multipart/form-data; boundary=x", "image/png", "\x80", "a/b/c", "text"]:
        refuses(server, f"a case as {type!r}", {400, 415}, "POST", "/v1/check", CASE, {"Content-Type": type.encode("latin-1")})
    refuses(server, "an encoding", {400, 415}, "POST", "/v1/check", CASE, {**yaml, "Content-Encoding": "gzip"})
    many = CASE.replace(b"claims:\n", b"claims:\n" + b"".join(b"  - {id: x%d, quote: a, distance: 1 km}\n" % n for n in range(2_000)))
    refuses(server, "2,000 claims", {413, 422}, "POST", "/v1/check", many, yaml)
    server.lives("documents")


def addresses(server):
    for path in ["/../../etc/passwd", "/assets/../../../etc/passwd", "/assets/map/..%2f..%2f..%2fetc%2fpasswd", "/assets/map/%2e%2e%2f%2e%2e%2fpage.css",
                 "/assets/%00", "/assets/page.js%00.png", "/assets/map//etc/passwd", "/v1/cases/..%2f..%2fcases.sqlite", "/v1/cases/%2e%2e/export",
                 "/assets/....//....//etc/passwd", "//etc/passwd", "/%c0%ae%c0%ae/etc/passwd", "/assets/page.css/../../../../etc/passwd"]:
        status, _, text = server.ask("GET", path)
        expect(f"{path}: {status} {text[:100]}", status in (400, 404) and b"root:" not in text)
    for query in ["network=../../../etc/passwd", "network=%2Fetc%2Fpasswd"]:
        refuses(server, query, {400, 422}, "GET", f"/v1/route?from=Pyongyang&to=Tumangang&{query}")
    for query in ["from=a%0d%0aX-Injected:%201&to=b", "from=%00&to=%ff%fe", "from=&to=", "from=91,0&to=0,0", "from=0,181&to=0,0", "from=NaN,NaN&to=0,0",
                  "from=" + "x" * 5_000 + "&to=y", "from=0,0", "", "from=0,0&from=1,1&to=2,2", "from=0,0&to=0,0&unknown=1", "from=1e999,0&to=0,0"]:
        status, fields, text = server.ask("GET", f"/v1/distance?{query}")
        expect(f"distance {query[:60]}: {status} {text[:100]}", 400 <= status < 500)
        expect(f"distance {query[:60]}: a header was injected", "x-injected" not in fields)
    for path in ["/v1/check?format=html%0d%0aX-Injected:1", "/v1/cases/a%0d%0aX-Injected:%201", "/v1/check?format=html&language=ru%0d%0a%0d%0a<script>"]:
        status, fields, _ = server.ask("POST" if "check" in path else "GET", path, CASE if "check" in path else None, {"Content-Type": "application/yaml"})
        expect(f"{path}: {status}", 400 <= status < 500 and "x-injected" not in fields)
    server.lives("addresses")


def bytesOnTheWire(server):
    head = b"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/yaml\r\n"
    for what, data in {
        "no HTTP": os.urandom(2_000), "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + os.urandom(500), "HTTP/0.9": b"GET /health\r\n",
        "a negative length": head + b"Content-Length: -1\r\n\r\n", "a length of words": head + b"Content-Length: ten\r\n\r\n",
        "two lengths": head + b"Content-Length: 3\r\nContent-Length: 30\r\n\r\nabc", "a length and chunks": head + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n\r\n",
        "a length past all": head + b"Content-Length: 99999999999999999999999\r\n\r\n", "a chunk past all": head + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\nabc",
        "a chunk of words": head + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n", "a header of 1 MB": head + b"X-Long: " + b"a" * 1_000_000 + b"\r\n\r\n",
        "100,000 headers": head + b"X-Many: a\r\n" * 100_000 + b"\r\n", "an address of 1 MB": b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        "NUL in a header": head + b"X-Nul: \0\r\n\r\n", "no host": b"GET /health HTTP/1.1\r\n\r\n", "another host": b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "half a request": head + b"Content-Length: 1000\r\n\r\nabc", "a method of its own": b"BREW / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "an upgrade": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n",
    }.items():
        answer = server.send(data)
        lines = answer.split(b"\r\n")
        expect(f"{what}: {lines[0][:80]}", b" 500 " not in lines[0] and b"root:" not in answer)
        if what == "another host":
            expect(f"another host: {lines[0]}", b" 421 " in lines[0])
        if what == "a length and chunks":
            expect(f"a second request hid in the first: {answer[:400]}", answer.count(b"HTTP/1.1") <= 1)
    server.lives("bytes")


def largeBodies(server):
    before = server.memory()
    for chunked in [False, True]:
        size, sent, status = 100 << 20, 0, b""
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
            length = b"Transfer-Encoding: chunked" if chunked else b"Content-Length: %d" % size
            piece = b"a" * 65_536
            try:
                connection.sendall(b"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/yaml\r\n" + length + b"\r\n\r\n")
                while sent < size:
                    connection.sendall(b"%x\r\n%s\r\n" % (len(piece), piece) if chunked else piece)
                    sent += len(piece)
                if chunked:
                    connection.sendall(b"0\r\n\r\n")
            except OSError:
                pass
            try:
                status = connection.recv(65_536).split(b"\r\n")[0]
            except OSError:
                pass
        what = f"100 MB {'in chunks' if chunked else 'of a told length'}"
        # Where the connection is closed while the client still writes, it may not see the answer.
        expect(f"{what}: {status}", b" 413 " in status or not status)
        print(f"{what}: {status.decode() or 'closed'} after {sent >> 20} MB, memory {before} to {server.memory()} MB")
    expect(f"100 MB bodies are not kept: {before} to {server.memory()} MB", server.memory() < before + 64)
    server.lives("large bodies")


def slowClients(server):
    """Half-open and slow clients, and others beside them."""
    held = []
    for number in range(300):
        connection = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        connection.sendall([b"", b"GET /hea", b"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/yaml\r\nContent-Length: 4000\r\n\r\nid:"][number % 3])
        held.append(connection)
    times = []
    for round in range(40):
        for connection in held[round::40]:
            try:
                connection.sendall(b" ")
            except OSError:
                pass
        start = time.monotonic()
        status, _, _ = server.ask("POST", "/v1/check", CASE, {"Content-Type": "application/yaml"}, within=10)
        times.append(time.monotonic() - start)
        expect(f"a check beside slow clients: {status}", status == 200)
    print(f"beside 300 slow clients a check takes {sorted(times)[20] * 1e3:.0f} ms, at most {max(times) * 1e3:.0f} ms")
    # One that asks much and never reads.
    deaf = socket.create_connection(("127.0.0.1", server.port), timeout=10)
    deaf.settimeout(1)
    request = b"GET /v1/openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    before = server.memory()
    try:
        for _ in range(2_000):
            deaf.sendall(request)
    except OSError:
        pass
    time.sleep(1)
    print(f"one that asks 2,000 times and reads nothing: memory {before} to {server.memory()} MB")
    expect(f"what is not read is not piled up: {before} to {server.memory()} MB", server.memory() < before + 200)
    server.lives("slow clients")
    for connection in [*held, deaf]:
        connection.close()


def killed(folder):
    """Every write that was acknowledged is there after kill -9."""
    kept, lock, kills = {}, threading.Lock(), 0
    draw = random.Random(7)
    while len(kept) < 1_000:
        server = Server(folder)
        isOver = threading.Event()

        def write(writer, server=server, run=kills):
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
            for number in range(10_000):
                if isOver.is_set():
                    return
                name = f"w-{run}-{writer}-{number}"
                text = re.sub(rb"(?m)^id: .*$", b"id: " + name.encode(), CASE, count=1)
                try:
                    connection.request("POST", "/v1/cases", text, {"Content-Type": "application/yaml"})
                    answer = connection.getresponse()
                    body = answer.read()
                except (OSError, http.client.HTTPException):
                    return
                if answer.status != 201:
                    return expect(f"a write is answered {answer.status} {body[:200]}", False)
                with lock:
                    kept[name] = text

        writers = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
        for writer in writers:
            writer.start()
        goal, deadline = len(kept) + draw.randint(30, 200), time.monotonic() + 60
        while len(kept) < goal and time.monotonic() < deadline and server.process.poll() is None:
            time.sleep(0.001)
        expect(f"writes go on, {len(kept)} so far", len(kept) >= goal)
        server.stop(signal.SIGKILL)
        isOver.set()
        kills += 1
        for writer in writers:
            writer.join()
        if len(kept) < goal:
            return
    server = Server(folder)
    lost = []
    for name, text in kept.items():
        status, fields, body = server.ask("GET", f"/v1/cases/{name}")
        if status != 200 or body != text:
            lost.append(name)
    expect(f"after {kills} kills {len(lost)} of {len(kept)} acknowledged writes are lost: {lost[:5]}", not lost)
    print(f"{len(kept)} acknowledged writes, {kills} times kill -9, {len(lost)} lost")
    expect("SIGTERM ends it with 0", server.stop() == 0)


def stopped(folder):
    """What is under way when the service is asked to end is answered."""
    server = Server(folder, "--set", "limits.seconds=300")
    answers = []
    asking = [threading.Thread(target=lambda: answers.append(
        server.ask("POST", "/v1/check", (ROOT / "geo/cases/april-2019-outlets.yaml").read_bytes(), {"Content-Type": "application/yaml"})[0])) for _ in range(4)]
    for one in asking:
        one.start()
    time.sleep(0.05)
    code = server.stop()
    for one in asking:
        one.join()
    expect(f"SIGTERM: exit code {code}, answers {answers}", code == 0 and answers == [200] * 4)


def headAnswers(server):
    """A refusal of HEAD has no body, which would be the beginning of the next answer."""
    host = f"Host: 127.0.0.1:{server.port}\r\n".encode()
    answer = server.send(b"HEAD /nope HTTP/1.1\r\n" + host + b"\r\nGET /health HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n")
    first, _, rest = answer.partition(b"\r\n\r\n")
    expect(f"HEAD of what is not there: {first[:60]}", b" 404 " in first.split(b"\r\n")[0])
    expect(f"behind it comes the next answer: {rest[:60]}", rest.startswith(b"HTTP/1.1 200"))


folder = Path(tempfile.mkdtemp())
server = Server(folder)
for trial in [documents, addresses, bytesOnTheWire, headAnswers, largeBodies, slowClients]:
    trial(server)
expect("SIGTERM ends it with 0", server.stop() == 0)
killed(Path(tempfile.mkdtemp()))
stopped(Path(tempfile.mkdtemp()))
print(f"{tried} trials, {len(problems)} problems")
for problem in problems:
    print(problem)
sys.exit(1 if problems else 0)
