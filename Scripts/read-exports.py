"""usage: read-exports.py PROGRAM [SCHEMAS]: holds what it writes against schemas and other readers; see Scripts/test-exports."""
import csv, io, json, os, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import geojson, jsonschema, rdflib, yaml

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.argv[1]).resolve()
CASES = sorted((ROOT / "geo/cases").glob("*.yaml")) + sorted((ROOT / "Tests/CaseTests/Made").glob("*.yaml"))
# Where the schemas of GPX 1.1 and KML 2.2 are; blank where they could not be had.
SCHEMAS = sys.argv[2] if len(sys.argv) > 2 else ""
problems, read = [], 0


def run(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        problems.append(f"{' '.join(map(str, arguments))}: exit code {done.returncode}, {done.stderr[:300]}")
    return done.stdout


def schema(name):
    document = json.loads((ROOT / "geo/schema" / name).read_text())
    jsonschema.Draft202012Validator.check_schema(document)
    return jsonschema.Draft202012Validator(document)


def hold(what, validator, document):
    global read
    read += 1
    for error in list(validator.iter_errors(document))[:3]:
        problems.append(f"{what}: {'/'.join(map(str, error.path))}: {error.message[:200]}")


def expect(what, isTrue):
    global read
    read += 1
    if not isTrue:
        problems.append(what)


def reader(what, *command):
    done = subprocess.run(command, capture_output=True, text=True)
    expect(f"{what}: {command[0]}: {(done.stderr or done.stdout)[:300]}", done.returncode == 0)
    return done.stdout


class Text(yaml.SafeLoader):
    """YAML as the program takes it: days and clock times are text."""


Text.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith(":timestamp")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

dossiers, answers, cases = schema("dossier-2.json"), schema("what-if-1.json"), {str(n): schema(f"case-{n}.json") for n in (1, 2)}
movements, routes = schema("moving-features-1.json"), schema("route-2.json")
folder = Path(tempfile.mkdtemp())


def gpx_and_kml(what, gpx, kml):
    """Held against the schemas of Topografix and OGC."""
    if SCHEMAS:
        reader(f"{what} as GPX 1.1", "xmllint", "--noout", "--nonet", "--schema", f"{SCHEMAS}/gpx_1_1/gpx.xsd", gpx)
        reader(f"{what} as KML 2.2", "xmllint", "--noout", "--nonet", "--schema", f"{SCHEMAS}/kml_2_2/ogckml22.xsd", kml)


def moving(what, text):
    """Held against the schema, and against what no schema can say: as many moments as places, in their order."""
    document = json.loads(text)
    hold(f"{what} as moving features", movements, document)
    for feature in document["features"]:
        course = feature["temporalGeometry"]
        times, places = course["datetimes"], course["coordinates"]
        expect(f"{what}: {len(times)} moments, {len(places)} places", len(times) == len(places))
        expect(f"{what}: moments out of order", all(one < other for one, other in zip(times, times[1:])))
        jumps = max((abs(one[0] - other[0]) for one, other in zip(places, places[1:])), default=0)
        expect(f"{what}: a jump of {jumps} degrees", jumps < 180)


def reach(case, arguments):
    """Where something can have been: areas that shapely or GDAL takes for valid."""
    name = f"{case.stem} as reach"
    collection = geojson.loads(run("reach", case, *arguments, "--format", "geojson"))
    expect(f"{name}: {collection.errors() if hasattr(collection, 'errors') else ''}", collection.is_valid)
    areas = [f for f in collection["features"] if "bound" in f["properties"] and f["geometry"] and f["geometry"]["type"] in ("Polygon", "MultiPolygon")]
    expect(f"{name}: no area", areas)
    for area in areas:
        rings = [area["geometry"]["coordinates"]] if area["geometry"]["type"] == "Polygon" else area["geometry"]["coordinates"]
        corners = [corner for polygon in rings for ring in polygon for corner in ring]
        expect(f"{name}: a corner off the map", all(abs(x) <= 180 and abs(y) <= 90 for x, y in corners))
        sides = [abs(b[0] - a[0]) for polygon in rings for ring in polygon for a, b in zip(ring, ring[1:]) if abs(a[1]) < 90]
        # All of the world has corners at its poles alone.
        jumps = max(sides, default=0)
        expect(f"{name}: a side of {jumps} degrees", jumps <= 360)
    (folder / f"{case.stem}.reach.geojson").write_text(json.dumps(collection))
    told = reader(name, "ogrinfo", "-so", "-al", folder / f"{case.stem}.reach.geojson")
    expect(f"{name}: GDAL finds no feature", "Feature Count: " in told)


def whole(case):
    """Every format of a case."""
    name = case.stem
    claims = json.loads(run("check", case, "--format", "json"))
    hold(f"{name} as JSON", dossiers, claims)
    document = yaml.load(case.read_text(), Text)
    hold(f"{name} itself", cases[str(document["wayproof"])], document)

    collection = geojson.loads(run("check", case, "--format", "geojson"))
    expect(f"{name} as GeoJSON: {collection.errors() if hasattr(collection, 'errors') else ''}", collection.is_valid)

    for kind in ("gpx", "kml", "junit", "geojson", "html", "jsonld"):
        (folder / f"{name}.{kind}").write_text(run("check", case, "--format", kind))
    for kind in ("gpx", "kml", "junit"):
        reader(f"{name} as {kind}", "xmllint", "--noout", folder / f"{name}.{kind}")
    gpx_and_kml(name, folder / f"{name}.gpx", folder / f"{name}.kml")
    moving(name, run("check", case, "--format", "mfjson"))
    for kind in ("gpx", "kml", "geojson"):
        told = reader(f"{name} as {kind}", "ogrinfo", "-so", "-al", folder / f"{name}.{kind}")
        expect(f"{name} as {kind}: GDAL finds no feature", "Feature Count: " in told or not collection["features"])
    points = reader(f"{name} as GPX", "gpsbabel", "-i", "gpx", "-f", folder / f"{name}.gpx", "-o", "csv", "-F", "-")
    places = {feature["properties"]["stop"] for feature in collection["features"] if "stop" in feature["properties"]}
    expect(f"{name}: gpsbabel finds {len(points.splitlines())} of {len(places)} stops", len(points.splitlines()) >= len(places))

    # Without the network, the vocabulary stands for schema.org's own context.
    review = (folder / f"{name}.jsonld").read_text().replace('"https://schema.org"', '{"@vocab": "https://schema.org/"}', 1)
    graph = rdflib.Graph().parse(data=review, format="json-ld")
    kind = rdflib.URIRef("https://schema.org/ClaimReview")
    found = len(set(graph.subjects(rdflib.RDF.type, kind)))
    expect(f"{name} as JSON-LD: {found} reviews of {len(claims['claims'])} claims", found == len(claims["claims"]))

    page = (folder / f"{name}.html").read_text()
    expect(f"{name} as a page: it asks for something of the network", "src=" not in page and "@import" not in page and "url(" not in page)
    again = json.loads(run("check", folder / f"{name}.html", "--format", "json"))
    expect(f"{name}: judged again from its page it comes to something else", again == claims)


with ThreadPoolExecutor(os.cpu_count()) as pool:
    list(pool.map(whole, CASES))

times = ["--date", "2019-04-24", "--depart", "11:40", "--average", "55"]
for name, arguments in (
    ("by rail", ["khasan", "vladivostok"]), ("by air", ["FNJ", "VVO", "--mode", "air"]),
    ("over the Pacific", ["HND", "LAX", "--mode", "air"]),
):
    files = {}
    for kind in ("gpx", "kml"):
        files[kind] = folder / f"route-{name.replace(' ', '-')}.{kind}"
        run("route", *arguments, "-o", files[kind])
        reader(f"a route {name} as {kind}", "ogrinfo", "-so", "-al", files[kind])
    gpx_and_kml(f"a route {name}", files["gpx"], files["kml"])
    moving(f"a route {name}", run("route", *arguments, "--format", "mfjson", *times))
    collection = geojson.loads(run("route", *arguments, "--format", "geojson"))
    expect(f"a route {name} as GeoJSON", collection.is_valid)
    hold(f"a route {name} as JSON", routes, json.loads(run("route", *arguments, "--format", "json")))
    rows = list(csv.DictReader(io.StringIO(run("route", *arguments, "--format", "csv"))))
    expect(f"a route {name} as CSV: no rows", rows)
    for row in rows:
        expect(f"a route {name} as CSV: {row}", float(row["length_km"]) >= 0 and float(row["from_km"]) >= 0)

train = ROOT / "geo/cases/april-2019-train.yaml"
for case, arguments in (
    (train, ["--journey", "out"]), (ROOT / "Tests/CaseTests/Made/true-europe.yaml", ["--journey", "air", "--at", "2023-01-16 07:30"]),
    (ROOT / "Tests/CaseTests/Made/true-south-america.yaml", ["--journey", "air"]),
):
    reach(case, arguments)
drawn = ["--simulate", "100", "--draw", "train.max_speed=uniform(50,90)km/h", "--believe", "early-hours",
         "--show", "verdict.twenty-hours,arrival.khasan,running.pyongyang-khasan"]
for arguments in (
    ["what-if", train, "--list"], ["what-if", ROOT / "geo/cases/js621-flight.yaml", "--list"],
    ["what-if", train, "--vary", "train.max_speed=50km/h,60km/h", "--show", "verdict,arrival.vladivostok"],
    ["what-if", train, "--one-at-a-time", "--vary", "train.max_speed=50km/h", "--vary", "train.cars=5"],
    ["what-if", train, "--solve", "train.max_speed", "--for", "possible.khasan-1040", "--firm", "--vary", "departure=00:00..02:00:1h"],
    ["what-if", train, "--solve", "train.model", "--for", "possible.khasan-1040"],
    ["what-if", train, *drawn], ["what-if", train, *drawn, "--sensitivity"],
    ["scenarios", ROOT / "geo/scenarios/april-2019-train.yaml"],
):
    hold(" ".join(map(str, arguments[:4])), answers, json.loads(run(*arguments, "--format", "json")))
hold("the scenario file", schema("scenarios-1.json"), yaml.load((ROOT / "geo/scenarios/april-2019-train.yaml").read_text(), Text))

for problem in problems:
    print(problem, file=sys.stderr)
print(f"{read} readings of {len(CASES)} cases by other programs, {len(problems)} problems")
sys.exit(1 if problems else 0)
