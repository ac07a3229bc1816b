RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WHERE (n1:Knelpunt)
  WITH n1
  LIMIT $p1
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n1:Entiteit {id: $p2})
  WHERE (n1:Oplossing)
  WITH n1
  LIMIT $p3
  RETURN [n1.id]
} AS c1, COLLECT {
  MATCH (n1:Entiteit {id: $p4})
  WHERE (n1:Thema)
  WITH n1
  LIMIT $p5
  RETURN [COLLECT {
    MATCH (n1)-[:DEEL_VAN]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p6
    RETURN [COLLECT {
      MATCH (n2)-[:DEEL_VAN]->(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p7
      RETURN [n3.naam]
    }, n2.naam]
  }, COLLECT {
    MATCH (n1)<-[:DEEL_VAN]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p8
    RETURN [n2.naam]
  }, n1.id, n1.naam]
} AS c2, COLLECT {
  MATCH (n1:Entiteit {id: $p9})
  WHERE (n1:Traject)
  WITH n1
  LIMIT $p10
  RETURN [n1.id]
} AS c3
;
UNWIND $ids AS id
MATCH (a:Alias {id: id}) USING INDEX a:Alias(id)
RETURN collect([a.id, a.nu])
