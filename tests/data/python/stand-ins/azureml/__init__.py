"""Stand-in: see recorder.py."""
