RETURN COLLECT {
  MATCH (n1:Traject)
  WHERE n1.volgorde IS NOT NULL
  WITH n1, n1.volgorde AS s1_0
  ORDER BY s1_0
  LIMIT $p0
  RETURN [COLLECT {
    MATCH (n1)-[:MELDT]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p1
    RETURN [COLLECT {
      MATCH (n2)<-[:MELDT]-(n3)
      WITH n3
      LIMIT $p2
      RETURN [n3.id]
    }, n2.op, n2.status, n2.tekst]
  }, COLLECT {
    MATCH (n1)<-[:REGISSEERT]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p3
    RETURN [COLLECT {
      MATCH (n2)-[r3:WERKT_BIJ]->(n3)
      WHERE r3.tot IS NULL
      WITH n3, r3, n3.volgorde AS s3_0, coalesce(type(r3), '') + ' ' + coalesce(r3.functie, '') + ' ' + coalesce(r3.van, '') + ' ' + coalesce(r3.tot, '') AS s3_1
      ORDER BY s3_0, s3_1
      LIMIT $p4
      RETURN [r3.functie]
    }, n2.naam]
  }, EXISTS {
    MATCH (n1)<-[r2:REGISSEERT]-(n2)
    WHERE (EXISTS {
      MATCH (n2)-[r3:WERKT_BIJ]->(n3:Departement)
      WHERE r3.tot IS NULL
    } AND r2.tot IS NULL)
  }, EXISTS {
    MATCH (n1)<-[r2:REGISSEERT]-(n2)
    WHERE (EXISTS {
      MATCH (n2)-[r3:WERKT_BIJ]->(n3:Gemeente)
      WHERE r3.tot IS NULL
    } AND r2.tot IS NULL)
  }, n1.naam]
} AS c0
