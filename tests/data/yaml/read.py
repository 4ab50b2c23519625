"""Reads YAML as version 1.1 has it: as PyYAML does, and as the specification's own list of types would.

Standard input: a JSON list of texts. Standard output: a JSON list, for each text the documents of both readings. What
JSON has no form for, a date for instance, comes as Python shows it, and is thus no text that anybody meant.
"""

import json
import re
import sys

import yaml


class Strict(yaml.SafeLoader):
    """PyYAML leaves out the shortest words of yes and no, which other readers, Kubernetes' among them, take for such."""

    bool_values = {**yaml.SafeLoader.bool_values, "y": True, "n": False}


Strict.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^[yYnN]$"), list("yYnN"))

readers = (yaml.SafeLoader, Strict)
texts = json.load(sys.stdin.buffer)
json.dump([[list(yaml.load_all(text, reader)) for reader in readers] for text in texts], sys.stdout, default=repr)
