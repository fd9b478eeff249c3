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


def is_below(start):
    """All that depends on a node."""
    found = {start}
    for n in nodes:
        if found.intersection(n["operands"]):
            found.add(n["id"])
    return found - {start}


for adjoint in program["adjoints"]:
    edges = [(c["consumer"], c["slot"]) for c in adjoint["contributions"]]
    assert len(edges) > 0 or adjoint is program["adjoints"][-1], "only the root has no use"
    assert all(c["is"] for c in adjoint["contributions"])
    if adjoint["of"] is not None:
        assert {c for c, _ in edges if c is not None} <= is_below(adjoint["of"]), "consumers depend on what they consume"
    if adjoint["node"] is not None:
        assert all(c["node"] is None or c["node"] <= adjoint["node"] for c in adjoint["contributions"]), "a sum follows what it sums"
print(len(nodes), "nodes agree")
