RETURN COLLECT {
  MATCH (n1:Departement)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [COLLECT {
    MATCH (n1)<-[:VAN_DEPARTEMENT]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p1
    RETURN [n2.naam]
  }, COLLECT {
    MATCH (n1)<-[r2:WERKT_BIJ]-(n2)
    WHERE (EXISTS { MATCH (n2)-[:CONTACT_VOOR]->() } AND r2.tot IS NULL)
    WITH DISTINCT n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [n2.naam]
  }, COLLECT {
    MATCH (n1)<-[r2:WERKT_BIJ|LID_VAN]-(n2)
    WITH n2, r2, n2.volgorde AS s2_0, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, '') AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p3
    RETURN [n2.naam, r2.functie]
  }, n1.afkorting, n1.naam]
} AS c0, COLLECT {
  MATCH (n1:Gemeente {code: $p4})
  WITH n1
  LIMIT $p5
  RETURN [COLLECT {
    MATCH (n1)<-[r2:WERKT_BIJ]-(n2)
    WHERE (EXISTS { MATCH (n2)-[:CONTACT_VOOR]->() } AND r2.tot IS NULL)
    WITH DISTINCT n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p6
    RETURN [n2.naam]
  }, COLLECT {
    MATCH (n1)<-[r2:WERKT_BIJ|LID_VAN]-(n2)
    WHERE ((r2.tot >= $p7 OR r2.tot IS NULL) AND (r2.van <= $p8 OR r2.van IS NULL))
    WITH n2, r2, n2.volgorde AS s2_0, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, '') AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p9
    RETURN [n2.naam]
  }, COLLECT {
    MATCH (n1)<-[r2:WERKT_BIJ|LID_VAN]-(n2)
    WITH n2, r2, n2.volgorde AS s2_0, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, '') AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p10
    RETURN [COLLECT {
      MATCH (n2)-[r3:WERKT_BIJ]->(n3)
      WHERE r3.tot IS NULL
      WITH n3, r3, n3.volgorde AS s3_0, coalesce(type(r3), '') + ' ' + coalesce(r3.functie, '') + ' ' + coalesce(r3.van, '') + ' ' + coalesce(r3.tot, '') AS s3_1
      ORDER BY s3_0, s3_1
      LIMIT $p11
      RETURN [r3.functie]
    }, coalesce(type(r2), '') + ' ' + coalesce(r2.functie, '') + ' ' + coalesce(r2.van, '') + ' ' + coalesce(r2.tot, ''), n2.naam, n2.volgorde, r2.functie, r2.tot, r2.van, type(r2)]
  }, COUNT { MATCH (n1)<-[:WERKT_BIJ|LID_VAN]-() }]
} AS c1
