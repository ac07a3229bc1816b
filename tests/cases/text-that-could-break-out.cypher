RETURN COLLECT {
  MATCH (n1:Gemeente)
  WHERE (((($p0 IN n1.aliassenPlat OR n1.naamPlat = $p1) OR (any(x IN n1.aliassenPlat WHERE x CONTAINS $p2) OR n1.naamPlat CONTAINS $p3) OR (any(x IN n1.aliassenPlat WHERE x IN $p4) OR n1.naamPlat IN $p5)) AND n1.einddatum IS NULL) AND n1.volgorde IS NOT NULL)
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p6
  RETURN [n1.naam]
} AS c0
