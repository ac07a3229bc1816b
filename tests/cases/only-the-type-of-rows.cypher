RETURN COLLECT { MATCH (n1:Traject) WHERE n1.volgorde IS NOT NULL WITH n1 ORDER BY n1.volgorde LIMIT $p0 RETURN [n1.id] } AS c0,
  COLLECT { MATCH (n1:Wet) WHERE n1.volgorde IS NOT NULL WITH n1 ORDER BY n1.volgorde RETURN [n1.id] } AS c1
