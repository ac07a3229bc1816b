// @neo4j/graphql on graphql-yoga over the part of the model that the measured operations touch.
//   NEO4J_URI=bolt://… PORT=… node server.mjs
// Where the made-up graph only has gemeenten at an end, the type says Gemeente: that spares this server an interface.
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

const typeDefs = /* GraphQL */ `
  type Gemeente @node @plural(value: "gemeenten") {
    id: ID!
    naam: String!
    weergavenaam: String!
    volgorde: String!
    provincie: String
    inwoners: Int
    trajecten: [Traject!]! @relationship(type: "NEEMT_DEEL_AAN", direction: OUT, properties: "NeemtDeelAan")
    ervaart: [Knelpunt!]! @relationship(type: "ERVAART", direction: OUT)
  }
  type Toepassing @node @plural(value: "toepassingen") {
    id: ID!
    volgorde: String!
    status: String
    sinds: String
    gemeente: [Gemeente!]! @relationship(type: "PAST_TOE", direction: IN)
  }
  type Oplossing @node @plural(value: "oplossingen") {
    id: ID!
    titel: String!
    volgorde: String!
    samenvatting: String
    rijpheid: String!
    bewijs: String!
    toepassingen: [Toepassing!]! @relationship(type: "VAN", direction: IN)
    knelpunten: [Knelpunt!]! @relationship(type: "LOST_OP", direction: OUT, properties: "LostOp")
    themas: [Thema!]! @relationship(type: "GAAT_OVER", direction: OUT)
    ontwikkeldDoor: [Gemeente!]! @relationship(type: "ONTWIKKELD_DOOR", direction: OUT)
  }
  type Knelpunt @node @plural(value: "knelpunten") {
    id: ID!
    titel: String!
    volgorde: String!
    fase: String!
    oplossingen: [Oplossing!]! @relationship(type: "LOST_OP", direction: IN, properties: "LostOp")
    themas: [Thema!]! @relationship(type: "GAAT_OVER", direction: OUT)
  }
  type Thema @node @plural(value: "themas") {
    id: ID!
    naam: String!
    volgorde: String!
    knelpunten: [Knelpunt!]! @relationship(type: "GAAT_OVER", direction: IN)
  }
  type Wet @node @plural(value: "wetten") {
    id: ID!
    naam: String!
    volgorde: String!
  }
  type Traject @node @plural(value: "trajecten") {
    id: ID!
    naam: String!
    volgorde: String!
    status: String
    knelpunten: [Knelpunt!]! @relationship(type: "ONDERZOEKT", direction: OUT)
    oplossingen: [Oplossing!]! @relationship(type: "LEVERT_OP", direction: OUT)
    deelnemers: [Gemeente!]! @relationship(type: "NEEMT_DEEL_AAN", direction: IN, properties: "NeemtDeelAan")
  }
  type LostOp @relationshipProperties { dekking: Float }
  type NeemtDeelAan @relationshipProperties { rol: String }
`;

const driver = neo4j.driver(process.env.NEO4J_URI);
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
createServer(createYoga({ schema, logging: false, maskedErrors: false })).listen(Number(process.env.PORT), "127.0.0.1");
