"""What the stand-ins for Azure's packages are asked to do: nothing is done, all is written down."""

calls = []
there = []


def reset(computes):
    """A new beginning: nothing was asked yet, and these computes are there."""
    global calls, there
    calls, there = [], list(computes)


def record(verb, **what):
    calls.append([verb, what])


def given(arguments):
    """The arguments that say something."""
    return {name: value for name, value in arguments.items() if value is not None}


def principal(of):
    """Whom permissions are granted to."""
    return f"principal of {of}"


def wants(type_, **values):
    """Refuses what the real packages cannot use."""
    for name, value in values.items():
        if value is not None and type(value) is not type_:
            raise TypeError(f"{name} is to be {type_.__name__}, not {value!r}")
