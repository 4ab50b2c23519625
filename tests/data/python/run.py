"""Runs Python files that the wizard wrote, each as if it were alone, and tells what they asked for.

Standard input: a JSON list of files, each with its "text", the names of the computes that are "there", and whether it
finds the "packages" that it imports. Standard output: a JSON list, one record a file.
"""

import ast
import builtins
import contextlib
import io
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).with_name("stand-ins")))

import recorder


def constants(tree):
    """What stands in variables at the top of the file, up to its first other statement."""
    found = {}
    for statement in tree.body:
        if not isinstance(statement, ast.Assign) or not isinstance(statement.value, ast.Constant):
            break
        (target,) = statement.targets
        assert target.id not in found, f"{target.id} twice"
        found[target.id] = ast.literal_eval(statement.value)
    return found


def unused_imports(tree):
    """The names that are imported and never read."""
    imports = (node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)))
    names = {(alias.asname or alias.name).split(".")[0] for node in imports for alias in node.names}
    return sorted(names - {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)})


def run(file):
    tree = ast.parse(file["text"])
    recorder.reset(file["there"])
    imported = []

    def refuse(name, *_, **__):
        imported.append(name)
        raise ImportError(name)

    known = vars(builtins) if file["packages"] else {**vars(builtins), "__import__": refuse}
    ended, printed = None, io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(tree, "file.py", "exec"), {"__name__": "__main__", "__builtins__": known})
    except SystemExit as end:
        ended = end.code
    except Exception as error:
        ended = f"{type(error).__name__}: {error}"
    return {
        "constants": constants(tree),
        "unused": unused_imports(tree),
        "imported": imported,
        "calls": recorder.calls,
        "printed": printed.getvalue(),
        "ended": ended,
    }


json.dump([run(file) for file in json.load(sys.stdin.buffer)], sys.stdout)
