RETURN COLLECT { MATCH (n1:Oplossing) WHERE (n1.volgorde < $p0 AND n1.volgorde IS NOT NULL) WITH n1 ORDER BY n1.volgorde DESC LIMIT $p1 RETURN [n1.titel, n1.volgorde] } AS c0
