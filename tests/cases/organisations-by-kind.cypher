RETURN COLLECT { MATCH (n1:Organisatie) WHERE (n1.soort IN $p0 AND n1.volgorde IS NOT NULL) WITH n1 ORDER BY n1.volgorde LIMIT $p1 RETURN [n1.naam, n1.soort, n1.voluit, n1.website] } AS c0
