"""Runs one Python file of the wizard's against the fake Azure, and reports what came of it. Started by run.py."""

import contextlib
import io
import json
import runpy
import sys
import traceback

from fake_azure import FakeAzure

job = json.load(sys.stdin)
azure = FakeAzure(job["workspace"], job["computes"])
azure.install()
error, printed = None, io.StringIO()
with contextlib.redirect_stdout(printed):
    try:
        runpy.run_path(job["file"], run_name="__main__")
    # Whatever ends the file early is what it did wrong.
    except BaseException as caught:
        trace = caught.__traceback__
        while trace and trace.tb_frame.f_code.co_filename != job["file"]:
            trace = trace.tb_next
        error = "".join(traceback.format_exception(caught.with_traceback(trace)))
report = {"writes": azure.writes, "computes": azure.computes, "strays": azure.strays}
json.dump({**report, "error": error, "printed": printed.getvalue()}, sys.stdout)
