"""Programs with a language model that ask on behalf of somebody, over the Model Context Protocol."""
