"""What each sign of an answer weighs: made by `python -m bench.grens --schrijf`, not by hand."""

ALWAYS, ENOUGH = 0.473, 0.55
"""What is added whatever the signs; and from which chance on there is an answer."""
SIGNS = (
    ("plank", 0.4651, 0.1896, 2.007),
    ("planken", 0.3600, 0.1184, 1.083),
    ("leeg", 0.3597, 0.1408, -0.796),
    ("leegste", 0.2923, 0.0851, -1.056),
    ("vol", 0.3160, 0.1283, -0.544),
    ("buiten", 0.2721, 0.1399, 0.086),
    ("letters plank", 0.2566, 0.1652, 1.089),
    ("letters leeg", 0.2058, 0.1374, -0.807),
    ("letters vol", 0.1780, 0.1302, 0.374),
    ("deel leeg", 0.6412, 0.2512, 0.206),
    ("deel leeg ruim", 0.6505, 0.1816, -0.440),
    ("eerste leeg", 0.6042, 0.4890, -0.072),
    ("lengte", 2.7464, 0.9872, 0.736),
)
"""Each sign of `graph.map.telling.numbers`, in that order: its name, its mean and spread over the questions that were
learnt from, and what it weighs."""
