# SPDX-License-Identifier: BSL-1.0
"""Runs a command that prints a program as JSON and checks that its parts agree: python3 check_json.py COMMAND..."""
import json
import subprocess
import sys

program = json.loads(subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, check=True, text=True).stdout)
nodes, ids = program["nodes"], range(len(program["nodes"]))
assert [n["id"] for n in nodes] == list(ids)
assert all(o < n["id"] for n in nodes for o in n["operands"]), "operands come before what reads them"
assert [(e["from"], e["to"], e["slot"]) for e in program["edges"]] == [(o, n["id"], k) for n in nodes for k, o in enumerate(n["operands"])]
assert sorted(s["node"] for s in program["schedule"]) == list(ids), "every node is one step"
done = set()
for step in program["schedule"]:
    assert done.issuperset(nodes[step["node"]]["operands"]), "a step follows what it reads"
    done.add(step["node"])
assert sum(n["operations"] for n in nodes) == program["operations"]
gradients = [o["by"] for o in program["outputs"] if o["is"] == "gradient"]
assert gradients and set(gradients) <= {n.get("name") for n in nodes}
for adjoint in program["adjoints"]:
    assert all(c is None or adjoint["of"] is None or adjoint["of"] < c for c in adjoint["contributions_of"]), "consumers come later"
print(len(nodes), "nodes agree")
