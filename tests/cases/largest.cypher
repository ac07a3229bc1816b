RETURN COLLECT {
  MATCH (n1:Oplossing)
  WHERE n1.rijpheid IN $p0
  WITH n1, COUNT { MATCH (n1)<-[:VAN]-() } AS s1_0, n1.volgorde AS s1_1
  ORDER BY s1_0 DESC, s1_1
  LIMIT $p1
  RETURN [COLLECT {
    MATCH (n1)-[:GAAT_OVER]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p2
    RETURN [COLLECT {
      MATCH (n2)-[:DEEL_VAN]->(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p3
      RETURN [n3.naam]
    }, n2.naam]
  }, COLLECT {
    MATCH (n1)-[:LOST_OP]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p4
    RETURN [COLLECT {
      MATCH (n2)-[:VALT_ONDER]->(n3)
      WITH n3, n3.volgorde AS s3_0
      ORDER BY s3_0
      LIMIT $p5
      RETURN [COLLECT {
        MATCH (n3)-[:VAN_DEPARTEMENT]->(n4)
        WITH n4, n4.volgorde AS s4_0
        ORDER BY s4_0
        LIMIT $p6
        RETURN [n4.afkorting]
      }, n3.naam]
    }, n2.titel]
  }, COLLECT {
    MATCH (n1)-[:ONTWIKKELD_DOOR]->(n2)
    WITH n2, n2.volgorde AS s2_0
    ORDER BY s2_0
    LIMIT $p7
    RETURN [CASE WHEN n2:Gemeente THEN [n2.provincie] WHEN n2:Organisatie THEN [n2.website] END, n2.id, n2.weergavenaam]
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
      RETURN [COLLECT {
        MATCH (n3)-[r4:WERKT_BIJ]->(n4)
        WHERE r4.tot IS NULL
        WITH n4, r4, n4.volgorde AS s4_0, coalesce(type(r4), '') + ' ' + coalesce(r4.functie, '') + ' ' + coalesce(r4.van, '') + ' ' + coalesce(r4.tot, '') AS s4_1
        ORDER BY s4_0, s4_1
        LIMIT $p10
        RETURN [r4.functie]
      }, n3.naam]
    }, COLLECT {
      MATCH (n2)<-[:PAST_TOE]-(n3)
      WITH n3
      LIMIT $p11
      RETURN [n3.naam]
    }, n2.status]
  }, COLLECT {
    UNWIND n1.feiten AS f2
    MATCH (:Feit {id: f2})-[:BLIJKT_UIT]->(n2:Passage)
    WITH n2, coalesce(n2.van, 9223372036854775807) AS s2_0, n2.id AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p12
    RETURN [COLLECT {
      MATCH (n2)-[:UIT]->(n3)
      WITH n3
      LIMIT $p13
      RETURN [n3.titel]
    }, n2.passage]
  }, COUNT { MATCH (n1)-[:LOST_OP]->() }, COUNT { MATCH (n1)<-[:VAN]-() }, n1.benodigd, n1.bewijs, n1.doorlooptijdWeken, n1.kostenIndicatie, n1.rijpheid, n1.samenvatting, n1.titel, n1.volgorde]
} AS c0
;
RETURN COUNT {
  MATCH (n1:Oplossing)
  WHERE n1.rijpheid IN $p0
} AS c0
