"""What each sign of an answer weighs: made by `python -m bench.grens --schrijf`, not by hand."""

ALWAYS, ENOUGH = 0.494, 0.40
"""What is added whatever the signs; and from which chance on there is an answer."""
SIGNS = (
    ("plank", 0.4663, 0.1903, 2.126),
    ("planken", 0.3609, 0.1188, 1.171),
    ("leeg", 0.3614, 0.1407, -0.874),
    ("leegste", 0.2934, 0.0849, -1.078),
    ("vol", 0.3174, 0.1286, -0.503),
    ("buiten", 0.2730, 0.1400, 0.022),
    ("letters plank", 0.2566, 0.1652, 0.971),
    ("letters leeg", 0.2059, 0.1374, -0.754),
    ("letters vol", 0.1780, 0.1301, 0.355),
    ("deel leeg", 0.6417, 0.2501, 0.187),
    ("deel leeg ruim", 0.6487, 0.1823, -0.379),
    ("eerste leeg", 0.6025, 0.4894, -0.048),
    ("lengte", 2.7464, 0.9872, 0.729),
)
"""Each sign of `graph.map.telling.numbers`, in that order: its name, its mean and spread over the questions that were
learnt from, and what it weighs."""
