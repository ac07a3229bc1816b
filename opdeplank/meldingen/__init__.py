"""What anybody says is wrong or missing, until it was dealt with: no facts, and no part of the graph."""
