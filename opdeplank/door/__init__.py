"""What every request passes before a route sees it: connections, where it comes from, how much of it there is."""
