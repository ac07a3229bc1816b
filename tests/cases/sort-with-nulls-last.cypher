RETURN COLLECT { MATCH (n1:Gemeente) WHERE n1.einddatum IS NULL WITH n1 ORDER BY coalesce(n1.inwoners, -9223372036854775808) DESC, n1.volgorde LIMIT $p0 RETURN [n1.inwoners, n1.naam] } AS c0,
  COLLECT { MATCH (n1:Gemeente) WHERE n1.einddatum IS NULL WITH n1 ORDER BY coalesce(n1.inwoners, 9223372036854775807) DESC, n1.volgorde DESC LIMIT $p1 RETURN [n1.inwoners, n1.naam] } AS c1,
  COLLECT { MATCH (n1:Traject) WITH n1 ORDER BY coalesce(n1.gestartOp, '') DESC, n1.volgorde LIMIT $p2 RETURN [n1.gestartOp, n1.naam] } AS c2
