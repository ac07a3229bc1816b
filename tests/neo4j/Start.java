import java.io.OutputStream;
import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Neo4j Community for the tests, set up by the neo4j.conf in the folder it is given, until standard input closes. */
public class Start {
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        new DatabaseManagementServiceBuilder(folder)
                .loadPropertiesFromFile(folder.resolve("neo4j.conf"))
                .build();
        System.out.println("ready");
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(0); // the tests are over or their process is gone: nobody needs a tidy end
    }
}
