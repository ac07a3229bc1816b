"""First names that people in the Netherlands go by. A first name alone proves nothing: a function must go with it."""

FIRST_NAMES = frozenset(
    """
    aad aaf aafke aaltje aaron abdel abdelkader abdellah abdul abel abraham achmed ad ada adam adel adil adriaan
    adriana adrie adrienne afra agnes ahmad ahmed ahmet aicha aida aimee aisha alain albert albertina alberto aldert
    ale aleid aleida aleta alette alex alexander alexandra alexia alfons alfred ali alice alicia alida alieke aline
    alissa allard allert alma almer alwies alwin alwine amal amanda amber ambroos amin amina amir amira amke amy an
    ana anas andre andrea andreas andries andré andy anele angela angelina angelique aniek anika anil anique anissa
    anita anja anke ankie anky ann anna anna-maria annabel annabelle annalies anne anne-fleur anne-greet anne-jan
    anne-lies anne-marie anne-marleen anne-mieke annebeth annechien anneke anneli annelieke annelies anneloes
    anneloor annelot annemaaike annemarie annemarieke annemarijn annemart annemiek annemieke annemijn annerieke
    anneriet annerose annet annette annewil annie annika anouk ans anthonie anthony antoine antoinette anton
    antonella antonetta antonia antonie antonius antoon ard arda ardi ardy arend arent arian ariane arie ariel arien
    aris arjan arjen arjo arlette armand arnaud arne arnica arno arnold arnoud arnout aron art arthur artur arwen
    arwin ashwin asma astrid atie atze audrey august auke aukelien aukje aurelie axel aya ayla ayse aysel ayşe aziz
    aziza aïsha baart babette bahar bahram barbara barend barry bart bartel bartjan bas bas-jan basma bastiaan
    bastian bauke baukje bea beatrijs beatrix beau beitske bella ben benjamin benno bente bep beppie berber berdien
    berend berend-jan bernadet bernadette bernard bernhard berrie berry bert berta bertha bertie bertil bertine
    bertus bettina betty bianca bibi bieneke bilal bill bintje birgit birgitte bjorn björn bob bonnie bonny boris
    boudewijn boudien bouke boukje bouwe brahim bram branko brechje brechtje bregje brenda brent brian brigit
    brigitte brit britt bruno burak calvin camiel camilla can cara carel carel-jan caren carin carina carla carlijn
    carlo carlos carmen carola carolien carolin carolina caroline cas caspar casper cassandra catharina cathelijne
    catherine cathrien cato catrien catrinus cees cees-jan celeste celine cem cemal cemile chaib chantal chantalle
    charity charlene charles charlotta charlotte chris christa christa-maria christel christiaan christian christien
    christina christine christof christophe christopher cilia cindy cisca claar claartje claes claire clara claudia
    claudine clazien clemens coba cobi coby coen cokky colette conny constance constantijn cor cora corien corina
    corine corinne corlien cornald cornelia cornelie cornelis corneliske corné corrie corry corstiaan cris cynthia
    cyriel daan daantje dagmar dagmara dahlia daisy damaris damiaan damian dana dani danick daniek daniel danielle
    danique daniëlle danny daphne darya dave david debbie debora deborah demi denise deniz dennis denny derk derya
    desiree detlef devi dewi diana diane diantha dick dico diederik diego dieke dieneke dieter dieuwertje dijana
    dilan dimitri dimphna dimphy dinand dineke dini dion dirk dirkje djamila djoeke dolf dolly domien dominic
    dominicus dominique don donald donna doortje dora doret dorian dorien dorine doris dorothé dorus douwe douwina
    dries duco durk dylan désirée ebbe ebe ebel ebrahim ebrar ebru ed eda eddy edgar edith edmee edmond edo edske
    edu eduard edward edwin eef eefje eefke eelco eelke eerde efi efraim egbert eileen eise eke ekrem elaine elba
    eleonora elif eline elisa elisabet elisabeth elise eliza elizabeth eljo elke ella ella-marie elleke ellemieke
    ellen elles ellie elly elly-ann elma elmer els elsa elsbeth else elselien elsemiek elsemieke elske elvira elwin
    elwine ema emel emiel emil emile emilia emily emin emine emma emmy emre engbert engel engelien engeline enis
    enno enrico enver eppo erdal erdinc eric erica erik erika erna ernest ernst errol erwan erwin esmee esmeralda
    esmé esra ester esther eugene eugenie eugène eva evalien evander evelien evelina eveline evelyn everdien
    everdina evert evert-jan evy ewald ewout ezra fabian fabienne fadila fadime fadoua faisal famke fanny farah
    fariba farid farida faruk fatemeh fatih fatiha fatima fatma fatos fatou fay feddo feije feike feline felix femke
    femmy fenna fenne fenneke ferdi ferdinand ferhat fernand ferry feyza fieke fien fijtje fikret filip filiz fleur
    flip floor floortje flora florence florian florien florine floris foekje fokke fokko folkert fons foppe fouad
    fouzia frances francien francis francisca franciska franco frank frank-jan frank-willem franka frans fred freddy
    frederieke frederik frederike fredrik freek freerk frida fridtjof frieda friederike friso frits froukje fulco
    fulya funda gabriel gabriella gabrielle gaby gaston gea geart geert geerte geertje geertruida gees geesje geeske
    gelske gemma georg george georgina gerald geraldien geraldine gerard gerard-jan gerben gerben-jan gerbert
    gerbrand gerbrich gerco gerda gerdie gerdien gerhard gerke gerlien gerlinde gerlof germa germaine gerolf gerrie
    gerrit gerrit-jan gert gert-jan gert-willem gertie gertjan gertrude gerty gesina gideon giel gijs gijsbert
    gilles gina giovanni gisela giulia glenn godelieve gonda gonny goos goran govert grace greet greetje
    greetje-marie gregor gretha gretta grietje guido guillaume gus guus guusje gwen gwendolyn gülay gülşen haci
    hadassa hafid hafida haije haiko hakan hakim halil halima hamid hamida hammid hammie hamza han hanan hanife
    hanke hanna hannah hanne hanneke hannelore hannie hans hans-peter harald hardy harke harm harma harman harmanna
    harmen harmke haroen harold harrie harriet harro harry hasan hasna hassan hatem hatice hayat haye hayo hayriye
    hedda hedwig hedy heidi heike heiko heimen hein heinz heleen helen helena helene helga helma helmer helmi
    hendrik hendrika hendrikje hendrikus hendrine henk henk-jan henkjan hennie henny henri henriette henrike henry
    hens herald herbert herma herman hermelien hermen hermie hermien hermina hermine herwin hessel hester hetteke
    hetty heval hicham hidde hielke hielkje hilal hilbrand hilda hilde hildegard hilke hille hilleke hiltje hind
    hinke hisham hiske hotze houda hubert huberta hugo huib huibert humphrey huseyin hussein hyacinth hylke hüseyin
    iben ibrahim ibtissam ida idris idske ieke iesha iet igor ike ikram ilana ilco ilham ilias ilja iljan ilka ilona
    ilse imad iman imane imke imre ina inanc inci ine ineke ines inez inga inge ingeborg ingmar ingrid ingrida ino
    intje ireen irena irene irfan iris iris-marie irma isa isaac isabel isabella isabelle ismael ismail isolde ites
    ivan ivar ivo ivonne iwan iwona izaak ize izzy jaap jaap-jan jaapjan jacco jacinta jacintha jack jacob jacoba
    jacobien jacobine jacolien jacqueline jacques jade jaimy jaleesa jamal jamie jamila jan jan-albert jan-bart
    jan-dirk jan-hein jan-henk jan-jaap jan-joost jan-kees jan-maarten jan-paul jan-peter jan-pieter jan-willem
    jan-wouter jana jane janet janine janique janna jannek janneke jannemieke jannes jannet jannetje jannick jannie
    janny jantien jantine jantje janwillem jared jaring jarmo jarno jaron jasmien jasmijn jasmina jasper javier jay
    jean jeanet jeanette jeanine jeannet jeannette jeannine jeannot jeff jeffrey jeffry jelka jelle jelly jelmer
    jelte jeltje jeltsje jen jennie jennifer jenny jente jeroen jerry jerôme jeske jesper jesse jessica jessie jet
    jetske jetta jette jetty jetze jildou jill jilles jim jimmink jimmy jisk jitka jitse jitske jitty jitze jo joan
    joanna joanne joanneke job jochem jochen jochum jockie jody joelle joep joeri joey johan johanna johanneke
    johannes johannus john johnny joke jola jolanda jolande jolanta jolien jolijn joline jonas jonathan joni jonna
    jonneke jony joop joosje joost joost-jan jop joran jordi jordy jorik jorina jorinde jorine joris jorn jorrit jos
    jose josef josefa josefien joseph josephien josephine josha joshua josien josine josje josé jouke joukje joyce
    jozef jozien joëlle juan judit judith judy jules julia julian juliana julie juliette june jur jurgen juri jurjen
    jurre jurriaan jurrian jurrien justin justine jutka jutta jürgen kaat kadir kaj kamiel kaoutar karel karen kari
    karien karim karima karin karina karl karla karlien karlijn karolien karst kas kasper kathelijne kathleen
    katinka katja katrien katrijn kay kayleigh kayra kees keesjan keimpe kelly kelsey kemal kenan kenneth kerim
    kerst kerstin kevin khadija khalid khalil kiki kim kimberley kirsten kirsti kitty klaartje klaas klaas-jan klara
    klarinda klaske klaus koen koenraad koert koos koosje kor korrie korstiaan krijn kris krista kristel kristien
    kristin kyra kübra laila lambert lambertus lammert lammie lamyae lana lara larissa lars latifa latoya laura
    laurens laurent laurentien laurentine laurette lauri laurie laurien lea leah leander leanne lee leendert leila
    leily lemke lena lenard lenie lennart lenneke lennert lenny leo leon leonard leonie leonoor leonore leontien
    leontine lesley leslie lex lexa leyla lia liam lian liane lianne lida lidia liduina lidwien lidy lieke lien lies
    liesbet liesbeth liese lieselot lieselotte liesje lieuwe lieuwkje lieve lieven lijda lijsbeth lili lilian
    lilianne lilly lily linda lindsay lindy line lineke linn linnea lisa lisa-marie lisan lisanne lisbeth lise
    lisenka liset lisette lisje liv liza lizzy lobke lodewijk loek loeki loes lois lola lolke loni lonneke loran
    lorena loretta lorraine lotte lou loubna louis louisa louise louisette lourens lowie loïs luc luca lucas lucia
    lucie lucien lucienne luciënne lucretia lucy ludo ludwig luigi luis luisa luit luitzen luka lukas luke lute
    lutske luuk luzette lydia lynn maaike maaikel maarten maartje maartje-marie maayke machelien machiel machteld
    madelein madeleine madelief madelinde madelon magda magdalena maghiel magteld mahdi mahmoud mahmut mahsa maike
    maikel maja maksim malika malou manette manfred manja manon manou manuel manuela mara marald marc marcel
    marcella marcelle marchien marcia marco marcus mardi mareike maresa marga margaret margareta margareth
    margaretha margien margje margo margot margreet margreeth margret margriet margrieta margrietha marguerite mari
    maria mariam marian marian-jan mariana marianne marie marie-anne marie-christine marie-claire marie-josé
    marie-louise marieke mariella marielle mariet marietje mariette marije marije-anne marijke marijn marijne
    marijse marika marike mariken marilyn marilène marina marinda marinka marinus mario marion maris marisa marisca
    marise marissa marit marita mariël mariëlle marja marjan marjanne marjet marjo marjola marjolein marjoleine
    marjolijn marjolijne marjon mark markjan marko markus marleen marleentje marlein marlene marlies marlijn marloes
    marlou marlous marly marrit mars marsha marsja mart marten marten-jan martha martha-maria marthe martien martijn
    martin martina martine martinus marty marvin marwa mary maryam maryem maryse mascha masja mateusz mathea mathias
    mathieu mathijs mathilda mathilde matijs matilda mats matthea matthew matthias matthijs maud maureen maurice
    maurien maurits max maxim maxime maxine may mehdi mehmet meike meindert meinou meinte meintje melanie melchior
    melda melek melina melissa melle melody melvin memet mena mendel menno mensje merel mereltje mergim meria meriam
    merijn merle merlijn merlin merve meryem meta mete mia micha michael michal michaël michel michele michelle
    michiel mick mieke mien mieneke mientje miep mies miguel mijke mikal mike mila milan milda milena milly milou
    mimi mimoun mina minca mini minke minna minne minze mira miranda mireille mirella miriam mirja mirjam mirko
    mirte mirthe mitchel mitzi mo mohamed mohammad mohammed moira mona monica moniek monika monique monja monna
    monnie moos morad morris mounia mounir mourad muhammed muhammet murad murat muriel murielle murk mustafa
    mustapha mylene mylène myra myrna myrte myrthe nabiha nabil nabila nada nadia nadiah nadine nadja naima najat
    najib najiba najim nancy nanda nando nanette nanne nannie nanno naomi naoual nasir nasrien nasrin natalia
    natalie natascha natasja nathalia nathalie nathan nathasja nawal nazan neal neele neeltje nel nela nele nelleke
    nellie nelly nena nerea neslihan nesrin nick nicky nico nico-jan nicola nicolaas nicolai nicole nicolette
    nicolien nicoline niek niels niels-jan nien nienke nihad nika niki nikita nikki nils nina nine ninke nirmala noa
    noah nolda noor noortje nora norah norbert nordin noura nourdin nouri nouria noël noëlle nuno nur nuray nuri
    nynke obbe odette odile oene okke olaf olav ole olga oliver olivia olivier omar onne onno orlando orsolya oscar
    oskar osman ot otto oumaima ousmane paddy pamela pascal pascale patricia patrick patty paul paula paulette
    paulien paulina pauline paulus peer peggy pelle pepijn pepita per perry petar peter petra petri petronel
    petronella petrus phaedra philip philip-jan philippe philomena phyllis pia pien pier piera pierre piet pieta
    pieter pieter-jan pieternel pietsje pim pina pleun pleuni poppe poul pradeep prem priscilla priya pytrik quincy
    quint quinta quinten quirijn quirine rabia rachel rachelle rachid rachida radboud radha raf rafael rafaela
    raheel rahma rajesh ralf ralph ramazan ramon ramona randy rani raoul raquel rashid rasit raymon raymond rebecca
    rebekka reda redouan redouane reem regina regine reimer rein reina reinder reinhard reinhilde reinier reinou
    reinoud reinout reint reinten reitze rem remco remi remko rena renata renate rene renee reneke reni renke rens
    renske renza rené renée resi reyer reyhan ria rianca rianne riannne ricardo richard richella rick rico rie
    riekie riekje riemke rien rieneke rienk rients riet rietje rijk rik rika rikkert rikste rikus rimke rini rinie
    rink rinke rinse rinske rinus rita rita-marie rixt riza rob rob-jan robbert robbie robbin robert robert-jan
    roberto robin rocco rochelle rochus roderick roderik roel roeland roelie roelien roelina roelinda roelof roely
    roger rogier rogér roland roland-jan rolf rolien rolinka romain roman romana romano romee romke romy ron ronald
    ronnie ronny roos roosmarijn rory rosa rosa-lynn rosalie rosalin rosalinde rosaline rosan rosanna rosanne
    rosemarie rosemarijn rosemie rosita roswitha rowan rowena roxanne roy rozemarijn ruben rudi rudie rudmer rudolf
    rudy rufus rukiye rutger rutger-jan ruth ruud ruud-jan ruurd ruurdje ryan rémy saar sabah sabina sabine sabri
    sabrina sacha sahar said saida sake salah salim salima salina sally salma sam samantha sami samia samir samira
    samuel sander sanderijn sandor sandra sandy saniye sanna sannah sanne sanneke sanny santi santje sara sarah sari
    sariet sascha sasha sasja saskia savitri schelte sebastiaan sebastian sebe sefa selena selim selina selinde
    selma selwyn semih senna serap serena serge serkan servaas sevda sevgi sevil seyda sezen shaida shakila shanna
    shanti sharda sharon sharona sheila sherida shirin shirley shivani sibel sicco siebe siebrand siebren siebrigje
    siem sien sierd siert sietse sietske sietze sifra sigo sigrid siham sija sikke sil silke silvana silvester
    silvia silvie simcha simo simon simona simone sina sinan sipke siska sissy sjaak sjaakje sjaan sjanie sjef
    sjoerd sjoerdje sjoerdtje sjon sjors sjouke sjoukje soeniel soesja sofia sofie sofieke sofyan solange sonja
    sonny sophia sophie sophieke soraya souad soufiane stacey stan stanley stef stefan stefania stefanie steffen
    steffie stein stella stephan stephanie steven stien stijn stijntje susan susanna susanne suus suzan suzanna
    suzanne suze sven svetlana swaantje swen syb sybe sybrand sybren sylke sylvain sylvana sylvester sylvia sylvie
    sytse sytske sytze taco taeke tahir takis talitha tamar tamara tanja tara tarik tariq tatjana tea teake ted
    teddie teddy teije teio tekla tess tessa tessel teun teunis teuntje teus thea theo theodoor theodora theresa
    therese theun thibaut thielemijn thijmen thijs thijs-jan thirsa thirza thom thomas thys tia tiago tiana tibor
    tieme tiemen tije tijmen tijn tijs til tilda tilly tim timna timo timon timothy tina tineke tini tinka tino
    tinus tiny tirza titia titus tiziana tjaard tjalle tjalling tjarda tjeerd tjeerdje tjerk tjerkje tjibbe tjits
    tjitske tjitte tobias toby toin toine toke tom tomas tommy ton ton-jan tonke tonnie tonny tony toon toos tooske
    tosca trees trientje trijnie trijntje trinus trix trudie trudy truus truusje tryntsje tsjerk tuncay twan tygo
    tünde ubbo udo ugur ulrich ulrike umar umit umut uriël ursula usha vahid valentijn valentina valerie vanessa
    vasco veerle vera veronica veronique vesna vicky victor victoria vigdis viktor viktoria vincent vincenzo viola
    violet violetta virginia virginie vita vivian viviane vivienne volkan volkert vonne wahid waldemar walid wally
    walter walther waltraut wanda wanita ward warner wassila wei welmoed wendela wendelien wendelmoet wendy werner
    wesley wessel wessel-jan wiardus wibo wichard wicher wiebe wiebke wiebrand wiebren wiecher wieger wieke wiel
    wiepke wierd wiert wies wieteke wietse wietske wietze wijbe wijbren wijnand wijnanda wijtske wil wilbert
    wilbert-jan wilco wildrik wilfred wilfried wilhelm wilhelmina wilja wilke wilko willeke willem willem-jan
    willem-pieter willemien willemijn willemijntje william willianne willine willy wilma wilna wim wim-jan winand
    winfried winnie winy wiro wisal wisse woody wout wouter wouter-jan wubbe wubbien wubbo wyb wybe wybren wytse
    wytske wytze xander xandra xavier xaviera xenia yannick yara yasemin yasin yasmin yasmina yasmine yavuz yazid
    yde yentl yfke yildirim yildiz yke ylva yme ymke ymkje yno yolanda yolande yoran yorick yorinde yorrick younes
    youp youri yousef yousra youssef youssra ype ytje ytsje yula yunus yusuf yvanka yvet yvette yvo yvon yvonne ywe
    zahra zaid zakaria zara zarina zaïra zeger zehra zeki zeno zeynep zilla zina zineb zinzi zippora zita zjos zoe
    zohra zora zoë zoëy zuhal zuleika zwaantje zwanet zwanette özlem
    """.split()
)
"""In lower case, with and without accents."""
