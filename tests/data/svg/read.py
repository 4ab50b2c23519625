"""Reads SVG as any reader of XML does.

Standard input: a JSON list of texts. Standard output: a JSON list, for each text its elements in order: name without the
namespace, attributes, text.
"""

import json
import sys
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def elements(text):
    root = ElementTree.fromstring(text)
    return [[element.tag.removeprefix(SVG), element.attrib, element.text or ""] for element in root.iter()]


json.dump([elements(text) for text in json.load(sys.stdin.buffer)], sys.stdout)
