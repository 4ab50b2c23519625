"""Runs the Python that the wizard writes in the real SDKs, and compares what they send with what is meant.

    python run.py PROGRAM [WORD]    PROGRAM: the built azureml-k8s; WORD: only the scenarios with this in their title
"""

import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# The checkout stays as it is.
sys.dont_write_bytecode = True

from fake_azure import ENVIRONMENT, workspace_path
from scenarios import SCENARIOS, Scenario, Step, workspace

EXECUTE = Path(__file__).with_name("execute.py")


class Mismatch(Exception):
    """What is not as it should be, a line each."""

    def __init__(self, *lines):
        super().__init__("\n".join(lines))


def check(scenario, program):
    """The checks that held, and what did not, after which the rest makes no sense."""
    held = []
    step = None
    try:
        files = plan(scenario, program)
        held.append(f"{scenario.title}: has a plan")
        computes = scenario.computes
        for step in scenario.steps:
            report = run(step, files, scenario, computes)
            for what, judge in checks(step).items():
                judge(step, report)
                held.append(f"{scenario.title}: {step.id} {what}")
            computes = report["computes"]
    except Mismatch as mismatch:
        where = f"{scenario.title}: {step.id}" if step else scenario.title
        return held, f"{where}\n{mismatch}"
    return held, None


def plan(scenario, program):
    """The Python of each step."""
    answers = [f"{field}={value}" for field, value in scenario.answers.items()]
    call = [program, "plan", *answers, "--format", "json"]
    result = subprocess.run(call, capture_output=True, encoding="utf-8")
    if result.returncode not in (0, 1):
        raise Mismatch(f"status {result.returncode} of {call}", result.stderr)
    outcome = json.loads(result.stdout)
    errors = [finding["id"] for finding in outcome["findings"] if finding["severity"] == "error"]
    compare_or_raise({"errors": scenario.errors, "ignored": []}, {"errors": errors, "ignored": outcome["ignored"]})
    files = {}
    for step in outcome["steps"]:
        for output in step["outputs"]:
            if output["id"] == "python":
                files[step["id"]] = output
    compare_or_raise({"steps": sorted(step.id for step in scenario.steps)}, {"steps": sorted(files)})
    return files


def run(step, files, scenario, computes):
    """Runs a step's Python in a folder of its own, which is all that it finds of its user."""
    compare_or_raise({"placeholders": step.unfilled}, {"placeholders": files[step.id]["placeholders"]})
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**scenario.files, f"{step.id}.py": files[step.id]["text"]}.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        job = {"file": f"{step.id}.py", "workspace": scenario.workspace, "computes": computes}
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
        result = subprocess.run(
            [sys.executable, EXECUTE],
            input=json.dumps(job),
            capture_output=True,
            encoding="utf-8",
            cwd=folder,
            env={**environment, **ENVIRONMENT},
        )
    if result.returncode != 0:
        raise Mismatch(result.stderr)
    return json.loads(result.stdout)


def runs(step, report):
    lines = [f"asks for what is not foreseen: {stray}" for stray in report["strays"]]
    if report["error"]:
        lines.append(report["error"])
    if lines:
        raise Mismatch(*lines)


def sends(step, report):
    sent = [f"{write['method']} {write['path']}" for write in report["writes"]]
    compare_or_raise([f"{write.method} {write.path}" for write in step.writes], sent)
    for write, actual in zip(step.writes, report["writes"]):
        query = {key: value for key, value in actual["query"].items() if key != "api-version"}
        compare_or_raise({"query": write.query, "body": write.body}, {"query": query, "body": actual["body"]})


def stops(step, report):
    if not report["error"]:
        raise Mismatch("ends without an error, and prints:", report["printed"])


def prints(step, report):
    missing = [f"does not print {text!r}" for text in step.prints if text not in report["printed"]]
    if missing:
        raise Mismatch(*missing, "but prints:", report["printed"])


def leaves(step, report):
    states = {name: compute["properties"]["provisioningState"] for name, compute in report["computes"].items()}
    compare_or_raise({"computes": step.leaves}, {"computes": states})


def checks(step):
    """What there is to be looked at."""
    if step.unfilled:
        return {"stops": stops, "sends nothing": sends}
    judges = {"runs": runs, "sends what is meant": sends}
    if step.prints:
        judges["prints what is needed"] = prints
    if step.leaves is not None:
        judges["leaves the computes as they should be"] = leaves
    return judges


def compare_or_raise(expected, actual):
    if lines := list(differences(expected, actual, "")):
        raise Mismatch(*lines)


def differences(expected, actual, where):
    """A line for each leaf of two trees that differs."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in [*expected, *(key for key in actual if key not in expected)]:
            path = f"{where}.{key}" if where else key
            if key not in actual:
                yield f"{path}: expected {expected[key]!r}, and it is not there"
            elif key not in expected:
                yield f"{path}: expected nothing, and it is {actual[key]!r}"
            else:
                yield from differences(expected[key], actual[key], path)
    elif expected != actual:
        yield f"{where or 'requests'}: expected {expected!r}, and it is {actual!r}"


def check_the_checks():
    """A file that reaches for the network, and one that sends too much, are found out."""
    home = workspace("mlw-1", "rg-ml")
    scenario = Scenario("the fake Azure", {}, home, [])
    for what, text, judge in [
        ("lets no connection through", "import socket; socket.create_connection(('127.0.0.1', 9))", runs),
        ("answers no stray request", "import requests; requests.get('https://example.com')", runs),
        (
            "sees each request that changes something",
            "import requests; requests.delete('https://management.azure.com%s/computes/x')" % workspace_path(home),
            sends,
        ),
    ]:
        step = Step("check", [])
        report = run(step, {"check": {"placeholders": [], "text": text}}, scenario, {})
        try:
            judge(step, report)
        except Mismatch:
            print(f"ok  {scenario.title} {what}")
        else:
            sys.exit(f"FAILED  {scenario.title} {what}: {report}")


def main(program, word=""):
    program = str(Path(program).resolve())
    check_the_checks()
    chosen = [scenario for scenario in SCENARIOS if word in scenario.title]
    if not chosen:
        sys.exit(f"no scenario has {word!r} in its title")
    count = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for held, mismatch in pool.map(lambda scenario: check(scenario, program), chosen):
            for line in held:
                print(f"ok  {line}", flush=True)
            count += len(held)
            if mismatch:
                pool.shutdown(cancel_futures=True)
                sys.exit(f"FAILED  {mismatch}")
    print(f"{count} checks of {len(chosen)} scenarios hold")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
