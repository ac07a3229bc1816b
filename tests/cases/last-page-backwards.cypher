RETURN COLLECT { MATCH (n1:Knelpunt) WHERE n1.volgorde IS NOT NULL WITH n1 ORDER BY n1.volgorde DESC LIMIT $p0 RETURN [n1.titel, n1.volgorde] } AS c0
