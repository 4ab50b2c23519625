"""A site of Sphinx with the theme Furo that has the wizard beside its own words."""

project = "Machine learning on our clusters"
html_title = project
extensions = ["myst_parser"]
html_theme = "furo"
html_favicon = "../../../public/icon.svg"
# From the folder of static files.
html_js_files = [("embed/embed.js", {"type": "module"})]
