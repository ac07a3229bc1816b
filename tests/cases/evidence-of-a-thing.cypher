RETURN COLLECT {
  MATCH (n1:Entiteit {id: $p0})
  WHERE (n1:Oplossing)
  WITH n1
  LIMIT $p1
  RETURN [COLLECT {
    UNWIND n1.feiten AS f2
    MATCH (:Feit {id: f2})-[:BLIJKT_UIT]->(n2:Passage)
    WITH n2, coalesce(n2.van, 9223372036854775807) AS s2_0, n2.id AS s2_1
    ORDER BY s2_0, s2_1
    LIMIT $p2
    RETURN [COLLECT {
      MATCH (n2)-[:UIT]->(n3)
      WITH n3
      LIMIT $p3
      RETURN [COLLECT {
        MATCH (n3)-[:GELADEN_MET]->(n4)
        WITH n4, n4.id AS s4_0
        ORDER BY s4_0
        LIMIT $p4
        RETURN [n4.aangemaakt, n4.afgekeurd, n4.bijgewerkt, n4.door, n4.gestartOp, n4.id, n4.ongewijzigd, n4.teruggedraaid]
      }, COLLECT {
        MATCH (n3)-[:UITGEGEVEN_DOOR]->(n4)
        WITH n4, n4.volgorde AS s4_0
        ORDER BY s4_0
        LIMIT $p5
        RETURN [n4.weergavenaam]
      }, n3.datum, n3.id, n3.sha256, n3.soort, n3.titel, n3.url]
    }, COLLECT {
      MATCH (n2)<-[:BLIJKT_UIT]-(n3)
      WITH n3
      LIMIT $p6
      RETURN [COLLECT {
        MATCH (n3)-[:BLIJKT_UIT]->(n4)
        WITH n4, n4.id AS s4_0
        ORDER BY s4_0
        LIMIT $p7
        RETURN [n4.id]
      }, COLLECT {
        MATCH (n4:Entiteit {id: coalesce(n3.onderwerp, '')})
        WITH n4
        LIMIT $p8
        RETURN [n4.id, n4.weergavenaam]
      }, n3.besluit, n3.gezegde, n3.id, n3.soort, n3.velden, n3.voorwerp]
    }, coalesce(n2.van, 9223372036854775807), n2.bevestigd, n2.id, n2.onderbouwt, n2.pagina, n2.passage, n2.regel, n2.tot, n2.van, n2.vastgelegdDoor, n2.vastgelegdOp, n2.zekerheid]
  }, COUNT {
    UNWIND n1.feiten AS f2
    MATCH (:Feit {id: f2})-[:BLIJKT_UIT]->(n2:Passage)
  }]
} AS c0
