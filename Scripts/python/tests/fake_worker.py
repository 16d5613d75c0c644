"""A worker that misbehaves on demand, for the tests of the client."""

import json
import os
import sys
import time

print(json.dumps({"ready": True, "version": "0", "data": {"sha256": "0"}}), flush=True)
for line in sys.stdin:
    question = json.loads(line)
    if question.get("do") == "end":
        print("out of order", file=sys.stderr, flush=True)
        os._exit(7)
    if question.get("do") == "end once":
        if not os.path.exists(question["mark"]):
            open(question["mark"], "w").close()
            os._exit(7)
    if question.get("do") == "hang":
        time.sleep(60)
    print(json.dumps({"answer": {"n": question.get("n")}, "ask": "x", "id": question.get("id")}), flush=True)
