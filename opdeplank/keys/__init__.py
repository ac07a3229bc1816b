"""Who somebody is: keys that we hand out, tokens that somebody else hands out, and the one function that looks."""
