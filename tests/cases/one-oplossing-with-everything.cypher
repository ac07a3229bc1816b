RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WHERE (n1:Oplossing)
  WITH n1
  LIMIT $p1
  RETURN [COLLECT {
    MATCH (n1)-[:AFGELEID_VAN]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [n2.titel]
  }, COLLECT {
    MATCH (n1)-[:GAAT_OVER]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p3
    RETURN [n2.naam]
  }, COLLECT {
    MATCH (n1)<-[:AFGELEID_VAN]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p4
    RETURN [n2.titel]
  }, COLLECT {
    MATCH (n1)<-[:BEVAT]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p5
    RETURN [n2.titel]
  }, COLLECT {
    MATCH (n1)<-[:CONTACT_VOOR]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p6
    RETURN [n2.email, n2.naam]
  }, COLLECT {
    MATCH (n1)<-[:LEVERT_OP]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p7
    RETURN [n2.naam]
  }, COLLECT {
    MATCH (n1)<-[:VAN]-(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p8
    RETURN [COLLECT {
      MATCH (n2)<-[:CONTACT_VOOR]-(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p9
      RETURN [n3.naam]
    }, COLLECT {
      MATCH (n2)<-[:PAST_TOE]-(n3)
      WITH n3
      LIMIT $p10
      RETURN [n3.naam]
    }, n2.aanpassing, n2.redenGestopt, n2.resultaat, n2.sinds, n2.status, n2.tot, n2.weergavenaam]
  }, COUNT { MATCH (n1)<-[:AFGELEID_VAN]-() }, n1.benodigd, n1.bewijs, n1.doorlooptijdWeken, n1.externeSleutel, n1.juridischeGrondslag, n1.kostenIndicatie, n1.laatstGetoetstOp, n1.licentie, n1.materialen, n1.periode, n1.rijpheid, n1.samenvatting, n1.soortOplossing, n1.synoniemen, n1.titel, n1.toestand, n1.valkuilen]
} AS c0
