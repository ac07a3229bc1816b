WITH COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WHERE (n1:Thema)
  WITH n1
  LIMIT $p1
  WITH n1, COLLECT {
    MATCH (n1)<-[:GAAT_OVER]-(n2:Knelpunt)
    WITH DISTINCT n2, n2.route AS k0, n2.route AS l0
    WHERE k0 IS NOT NULL
    WITH k0, l0, count(n2) AS c
    ORDER BY c DESC, k0
    LIMIT $p2
    RETURN [[k0], [l0], c]
  } AS f1_0, COLLECT {
    MATCH (n1)<-[:GAAT_OVER]-(n2:Knelpunt)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p3
    WITH n2, COLLECT {
      MATCH (n2)<-[:LOST_OP]-(n3)
      WITH DISTINCT n3, n3.rijpheid AS k0, n3.rijpheid AS l0
      WHERE k0 IS NOT NULL
      WITH k0, l0, count(n3) AS c
      ORDER BY c DESC, k0
      LIMIT $p4
      RETURN [[k0], [l0], c]
    } AS f2_0
    RETURN [f2_0, n2.titel]
  } AS f1_1
  RETURN [f1_0, f1_1]
} AS f0_0
RETURN f0_0 AS c0
