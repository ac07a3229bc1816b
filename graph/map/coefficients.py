"""What each sign of an answer weighs: made by `python -m bench.grens --schrijf`, not by hand."""

ALWAYS, ENOUGH = 0.427, 0.50
"""What is added whatever the signs; and from which chance on there is an answer."""
SIGNS = (
    ("plank", 0.4966, 0.1982, 1.851),
    ("planken", 0.3797, 0.1238, 0.963),
    ("leeg", 0.3818, 0.1463, -0.708),
    ("leegste", 0.3070, 0.0876, -1.046),
    ("vol", 0.3380, 0.1331, -0.482),
    ("buiten", 0.2788, 0.1521, -0.249),
    ("letters plank", 0.3020, 0.1567, 0.948),
    ("letters leeg", 0.2419, 0.1326, -0.661),
    ("letters vol", 0.2108, 0.1273, 0.231),
    ("deel leeg", 0.6272, 0.2555, 0.007),
    ("deel leeg ruim", 0.6317, 0.1852, -0.485),
    ("eerste leeg", 0.5851, 0.4927, -0.126),
    ("lengte", 2.3453, 0.6750, 0.662),
)
"""Each sign of `graph.map.telling.numbers`, in that order: its name, its mean and spread over the questions that were
learnt from, and what it weighs."""
