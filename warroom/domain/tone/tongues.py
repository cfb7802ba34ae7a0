"""A few turns of phrase of other languages, for rules whose word lists are English.

They are those that a sentence of a reply stands or falls with; no more is promised of other languages (docs/tone.md).
"""

from __future__ import annotations

from typing import Final

#: Non-apologies: regret of a feeling, of a doubt, or of what "came to" happen.
NON_APOLOGY: Final = """
sollte|sollten|falls|wenn ~6 verletzt|beleidigt|gekränkt|gestört|unannehmlichkeiten|missverstanden|gefühlt ~5 bedauern|tut_uns|entschuldigen|leid
bedauern|bedauere|leid ~6 gekommen|empfinden|empfunden|verstanden|gefühlt|eindruck|missverständnis
désolés|navrés|regrettons|désolée|désolé|excusons ~2 si|que_certains|que_cela|qu'il_y|de_la_perception|pour_tout ~6
lamentamos|sentimos|disculpas ~2 si|que_alguien|que_algunos|que_se_haya|que_se_sintiera|cualquier|las_molestias ~6
lamentamos|desculpa|desculpas|desculpe ~2 se|qualquer|que_alguém|que_se ~6
scusiamo|spiace|dispiace|scuse ~2 se|per_eventuali|che_qualcuno|che_alcuni ~6
spijt|excuses ~3 als|dat_sommigen|dat_u_het|voor_eventuele ~6
"""
#: Somebody else, or the person, has the fault.
BLAME: Final = """
sie|ihr|eltern|kunden|nutzer|ihre|fahrgäste ~3 müssen|hätten|hätte|hätten_eben|sollten|haben_wohl|haben_offenbar ~7 achten|behalten|testen|prüfen|lesen|müssen|sollen|vergessen|falsch|beachten|melden|können
schuld ~3 lieferant|fahrer|post|dienstleister|spediteur|kunde|mitarbeiter|subunternehmer|aushilfe
fehler|versagen|verschulden ~3 lieferanten|fahrers|dienstleisters|zulieferers|kunden|subunternehmers|partners
c'est|faute|erreur|responsabilité ~2 de|du|la_faute ~2 prestataire|fournisseur|transporteur|livreur|sous-traitant|banque|client|vôtre
vous auriez ~2 dû ~4
vous n'avez pas ~1 lu|vérifié|suivi|respecté|fermé|indiqué|rempli|demandé|prévenu|signalé|fait|regardé|écouté|payé|validé ~4
vous avez ~1 mal|oublié ~4
debería|debió|tendría|tenía usted? ~2 haber|que ~3
usted|ustedes ~2 no|debía|olvidó|introdujo|puso ~4
culpa|error|responsabilidad del|de ~2 proveedor|transportista|repartidor|banco|cliente|mensajero
evidentemente|probabilmente non ~5 controlla|legge|letto|controllato|seguito
colpa|errore del|della ~2 fornitore|corriere|cliente|banca
culpa|erro do|da ~2 fornecedor|transportadora|cliente|banco
schuld ~3 leverancier|koerier|klant|bank|vervoerder
"""
#: It is nothing, get over it.
DISMISSIVE: Final = """
das|sowas|so_etwas|kann ~2 passiert|passieren ~2 mal|eben|halt|jedem
kirche im dorf
stellen|nun|regen|beruhigen|machen|haben sie sich|mal ~2 so|nicht|an|ab|auf
nun mal|halt ~1 so
il|ne|pas|faut|faudrait ~5 toute_une_histoire|une_montagne|exagérer|dramatiser|de_quoi_en_faire
ce|c'est n'est ~1 pas|rien|que ~3 grave|dramatique|fin_du_monde
calmez|détendez|relativisez ~1
no es|exagere|exageren|sea|se_ponga ~2 para|tanto|tan|así
son|estas cosas ~1 pasan|que_pasan
tranquilícese|cálmese|relájese
non|è|sono cose ~1 che_capitano|capitano|succedono
non è la_fine|niente|così_grave
que exagero
stel|maak ~3 aan|druk
kan gebeuren
"""
#: Personal data asked for in the open.
ASKS: Final = """
nennen|schreiben|schicken|senden|posten|geben|teilen|brauchen|benötigen ~4 hier|unten|kommentar|kommentare|ihre|deine|mir ~5 kundennummer|geburtsdatum|telefonnummer|handynummer|straße|hausnummer|postleitzahl|kartennummer|personalausweis|krankenkasse|steuernummer|mitgliedsnummer|namen_und|adresse|anschrift|kontonummer|e-mail|mailadresse|versichertennummer|bestellnummer|vertragsnummer|iban|kartennummer
ponme|ponnos|pon|póngame|déjame|dime|dígame|manda|apunta|dinos|díganos|escribe|escriba|envíe|envía|manda|mándanos|pásanos|deja|déjanos|indique|indícanos|facilite|facilítanos|comparte|necesitamos ~6 número|teléfono|móvil|dni|tarjeta|correo|dirección|fecha_de_nacimiento|dígitos|cuenta|iban|pedido|calle|piso|móvil|apellidos|nombre_completo|código_postal|historia_clínica|seguridad_social
indiquez|envoyez|donnez|écrivez|postez|laissez|communiquez|précisez|indiquez-nous|envoyez-nous|donnez-nous|laissez-nous ~6 numéro|téléphone|adresse|mail|e-mail|date_de_naissance|carte|iban|commande|dossier
indique|indique-nos|envie|envie-nos|diga|diga-nos|deixe|escreva|mande|partilhe|precisamos ~6 número|telefone|telemóvel|morada|nascimento|cartão|utente|nif|email|cpf|conta
scriva|scrivi|mandi|invii|indichi|lasci|comunichi|scrivici|mandaci|indicaci ~6 numero|telefono|codice|indirizzo|mail|data_di_nascita|carta|iban|ordine
zet|geef|stuur|noem|plaats|post|schrijf|laat ~6 nummer|telefoonnummer|06-nummer|bagagelabelnummer|klantnummer|adres|geboortedatum|e-mail|mailadres|rekeningnummer|postcode
skriv|oppgi|legg|ange|send ~6 e-posten|kundenummeret|telefonnummer|personnummer|kundnummer|mejl|adresse|adress|fødselsdato|ordrenummer
podać|proszę|napisz|podaj|wpisz ~5 numer|telefonu|adres|pesel|kod|nazwisko|mail
"""
#: Sales talk.
PROMOTION: Final = """
aprovecha|aproveche|descubre|descubra|disfruta|consigue|no_te_pierdas ~3 nuestro*|nuestra*|nuevo*|la|el|oferta|con ~5
profitez|découvrez|ne_manquez ~3 nos|notre|nouvelle|nouveau|de|offre
entdecken|sichern|nutzen|jetzt ~3 unsere|neue|angebot|rabatt|sparen|buchen|unseren
sconto|desconto|korting|rabatt|matrícula_gratis ~3
entdecken|entdecke|sichern|sichere|testen|probieren|gönnen|besuchen|schauen|holen ~2 sie|dir|euch|unsere|unser|unseren|sich ~3 neue|neuen|kollektion|angebot|angebote|rabatt|vorbei|app|sortiment|vorteile
jetzt testen|sparen|buchen|sichern|bestellen|entdecken|shoppen|zugreifen|herunterladen|upgraden|anmelden|mitmachen
preisgekrönt*|rabattcode|gutscheincode|aktionscode|schnäppchen|sonderangebot*|nur_noch_heute|unschlagbar*
beste|besten|schönste|frischeste|günstigste ~3 der|im|in ~1 stadt|region|welt|land|deutschland|österreich|schweiz
mit ~3 reisen|fahren|sparen ~2 bequemer|günstiger|schneller|sie_bequemer
zum ~2 mal in_folge
profitez|découvrez|venez|offrez-vous|essayez|téléchargez|réservez|abonnez-vous|goûtez ~3 nos|notre|nouvelle|nouveau|nouveaux|offre|offres|application|dès|maintenant
code promo
meilleur|meilleure|meilleurs ~3 de_la|du|de|en ~1 ville|région|france|monde|marché
jusqu'à ~2 remise|réduction|rabais
descarga|descargue|descárgate|visita|visite|prueba|pruebe|reserva|compra|suscríbete|ven ~3 nuestra|nuestro|nuestros|nuestras|ya|ahora ~3 app|nueva|nuevo|aplicación|tienda|menú|colección|carta|oferta|gama
mejor|mejores ~3 de|del la|mundo|país|ciudad|provincia|mercado ~1
código promocional|descuento
scopri|scoprite|scopra|approfitta|approfittate|approfitti|provate|prova|prenota|acquista|scarica ~3 nostra|nostro|nostre|nostri|nuova|nuovo|offerte|offerta|sconto|app|subito
migliore|migliori ~3 della|del|d'italia|mondo
descubra|descubram|aproveite|experimente|visite|reserve|compre|descarregue|baixe ~3 nossa|nosso|nova|novo|oferta|app|promoção|coleção|já
melhor|melhores ~3 do|da|de mundo|cidade|portugal|brasil|país
ontdek|profiteer|probeer|boek|bestel|bezoek|download ~3 onze|nieuwe|van|nu|app|korting|collectie
prøv|oplev|bestil|køb|prova|testa|upptäck|beställ|kjøp|opplev|boka ~3 vores|våra|vår|våre|vårt|nye|nya
halv pris
til|till|for halv
"""
#: What nobody can keep.
OVER_PROMISE: Final = """
nie|niemals wieder ~3
nunca más|mais
plus jamais
jamais plus|de ~2
garantieren|versprechen|garantizamos|garantimos|garantissons|garantiamo|garanderen ~3
hundert|cien|cent|cento prozent|por_ciento|pour_cent
absolut|völlig|completamente|totalement|completamente|assolutamente sicher|seguro*|sûr*|sicuro|sicura
kommt|passiert|geschieht|vorkommen|passieren ~4 nie|nicht ~2 wieder|mehr|noch_einmal
wird|werden ~3 nie|nicht ~2 wieder|mehr|wiederholen|noch_einmal ~2 passieren|vorkommen|geschehen|warten|erleben|wiederholen
wird sich nicht_wiederholen|nie_wiederholen|nicht_mehr_wiederholen
kein|keinerlei|null|absolut_kein ~1 risiko
ne se reproduira|reproduiront|répétera
n'arrivera|n'arriveront|n'aura ~1 plus|jamais
cela|ça|ceci|vous ne ~3 plus|jamais ~1
zéro|aucun|sans_aucun risque ~1
no volverá|volveremos|volverán|volverás a
nunca|jamás ~1 volverá|volveremos|más
no se repetirá|repetirán
ningún|cero|sin riesgo
non succederà|accadrà|capiterà|si_ripeterà
nessun|zero rischio
não voltará|voltaremos|se_repetirá|vai_acontecer|se_vai_repetir
nenhum risco
nooit meer|weer
zal|zullen niet|nooit ~1 meer|weer|opnieuw ~2 gebeuren|voorkomen|overkomen
geen enkel risico
aldri|aldrig ~4 igjen|igen|mer|mere
nigdy więcej
"""
#: Statements of law.
LEGAL: Final = """
responsabilité|responsabilidad|responsabilità|responsabilidade ~1 pénale|civile|juridique|legal|civil|penal|penale|legale|jurídica
rechtlich|strafrechtlich|zivilrechtlich verantwortlich|haftbar|schuldig
haften|haftet ~2 für|in_vollem
fahrlässig*|schuldhaft|vertragsbruch|vertragsbrüchig|rechtsbruch|schadensersatzpflichtig|schadenersatzpflichtig|körperverletzung
übernehmen|übernehme|tragen ~3 haftung
gegen ~4 gesetz|gesetze|dsgvo|recht|vorschriften|datenschutzrecht|arbeitsrecht ~2 verstoßen
haben|war|ist|sind ~5 rechtswidrig|gesetzwidrig|illegal|strafbar|haftbar
machen|gemacht uns|wir ~1 strafbar|schuldig
négligent|négligents|négligente|négligentes|négligence_de_notre|grave_négligence
violé|enfreint|violer|transgressé|manqué ~3 loi|rgpd|contrat|obligation|obligations|code|règlement
illégal|illégale|illégalement|illicite|coupables ~1
nous sommes|étions ~2 coupables|responsables_juridiquement|légalement|pénalement
negligentes|negligente|negligencia|negligência|negligenza|negligenti|colpevoli_di|culposa
violamos|violámos|infringimos|incumplimos|violado|infringido|incumplido|vulneramos|quebrámos ~4 ley|lei|contrato|rgpd|normativa|derechos|direitos
ilegal|ilegalmente|ilícito fue|lo_que|cobr*|despid* ~1
fue|era|ha_sido|foi|è_stato|era_un|è ~2 ilegal|ilegalmente|illegale|ilícito|ilícita|un_delito|um_crime|un_reato
indemnizaremos|indemnizar|risarciremo|indemnizaremos-lo|indemnisons ~1
violato|infranto|trasgredito ~4 legge|contratto|gdpr|norme|diritti
nalatig|nalatigheid|aansprakelijk|onrechtmatig|schadeplichtig
wet|contract|avg ~2 overtreden|geschonden|gebroken
rettslig|erstatningsansvarlig*|erstatningspligtig*|skadeståndsskyldig* ~1
uaktsom*|uagtsom*|oaktsam*|vårdslös*|ulovlig*|olaglig*|lovbrudd|lovbrud|lagbrott
brutt|brudt|brutit ~3 loven|lov|lagen|mot
zaniedban*|nielegaln*|bezprawn*
złama* prawo
"""
#: Office words.
JARGON: Final = """
verzögerungen|störung|störungen ~1 im betriebsablauf
störung|beeinträchtigung ~3 infrastruktur|sicherungstechnischen|technik
bearbeitung befindet|befinden
en cours de_traitement
dans les meilleurs
services compétents
manqueront|manquerons pas
ajenas|ajenos|ajena|ajeno a nuestra|nuestro
inconvenientes|molestias ocasionad*
a la mayor|brevedad brevedad
til behandling|rette
rett|rette vedkommende|instans
på største|høyeste|högsta alvor|allvar
w nawiązaniu
uprzejmie informuj*
przedmiotow*|procedowan*
saatettu|vastaanotettu ~4
in behandeling|goede_orde
zo spoedig mogelijk
presa|preso in carico
nel più_breve
com a_maior|brevidade
"""
#: Jokes.
LEVITY: Final = """
scherz|scherze|spaß|witz beiseite|gemacht|muss_sein
kleiner scherz|witz|spaß|gag
wurm drin
schuss in den_ofen
da|hat hat|da wohl|anscheinend jemand|unser|unsere ~3 kaffee|geschlafen|urlaub|pause|feierabend|nickerchen|lust|montag
ins wasser gefallen haha|sozusagen
blague|plaisanterie à part
petite blague
sans blague
pris|prend|prennent des|un|une vacances|sieste|pause_café|petite_sieste
bromas aparte
es broma
se nos|me fue la
de vacaciones|siesta se|nuestro*|nuestra*
nuestro*|nuestra* ~2 está|están|estaba|estaban|tomó|tomaron ~2 vacaciones|siesta|resaca
scherzi a parte
è uno_scherzo
in vacanza|ferie i_nostri|il_nostro|nostri|nostro
grapje|geintje
brincadeira|brincadeiras à parte
spøk|skämt|spøg til|åsido|til_side
"""
#: Inside knowledge.
CONFIDENTIAL: Final = """
unsere|unser|der|die|meine ~1 anwalt|anwälte|anwältin|rechtsabteilung|versicherung|versicherer|juristen|pr-agentur|chef|chefin|geschäftsführung ~3 geraten|rät|raten|gesagt|sagt|sagen|verboten|untersagt|will|wollen|möchte
noch nicht ~1 öffentlich|offiziell|veröffentlicht|bekannt|angekündigt|spruchreif|draußen
nicht weitersagen|weitererzählen
bleibt unter_uns|intern
intern ~1 gilt|nennen|war|hieß|bekannt|läuft
interne|internen|interner|internes|vertraulichen|vertraulicher|vertrauliche ~1 bericht|prüfbericht|gutachten|prüfung|untersuchung|mail|mails|unterlagen|dokumente|zahlen|revision|memo|protokoll
aufsichtsrat|vorstand|geschäftsleitung ~2 weiß|wusste|hat|will|plant|entscheidet|beschlossen ~4
abmahnung|personalakte|krankgeschrieben|entlassen_werden
notre|nos ~1 avocat|avocats|juristes|assureur|direction|patron ~2 conseillé|dit|demandé|interdit|conseille|conseillent|pense|veut
pas encore ~1 public|publique|officiel|officielle|annoncé|annoncée|sorti
rester|reste entre_nous
rapport|audit|note|enquête interne|confidentiel|confidentielle
nuestro|nuestros|nuestra ~1 abogado|abogados|aseguradora|jefe|dirección|asesores ~2 dicho|aconsejado|pedido|prohibido|recomendado|dice|dicen|piden
todavía|aún ~2 no|es|se|ha ~2 público|pública|oficial|anunciado|publicado
no ~1 es|se|ha ~2 público|pública|oficial|anunciado ~1 todavía|aún
quede|queda entre nosotros
informe|auditoría|correo|investigación ~1 interno|interna|confidencial
nostro|nostri|nostra ~1 avvocato|avvocati|legali|assicurazione|capo ~2 detto|consigliato|chiesto|vietato|dice|dicono
non ~2 ancora ~1 pubblico|pubblica|ufficiale|annunciato
resti|rimanga|resta tra_noi
rapporto|audit|indagine interno|interna|riservato|riservata
nosso|nossos|nossa|os_nossos ~1 advogado|advogados|seguradora|chefe ~2 disse|disseram|aconselh*|pediu|pediram
ainda não ~2 público|pública|oficial|anunciado|anunciada
fica|fique entre_nós
relatório|auditoria interno|interna|confidencial
onze|ons ~1 advocaten|advocaat|juristen|verzekeraar|baas|directie ~2 zeggen|zegt|adviseren|adviseert|geadviseerd|raden|raadt|gevraagd|verboden|wil
nog niet ~1 openbaar|officieel|bekend|aangekondigd
blijft|houd ~1 onder_ons
intern|interne|vertrouwelijk|vertrouwelijke rapport|audit|onderzoek|mail|memo
wewnętrzn* audyt|raport|kontrola
advokat|advokater|jurister ~1 har ~1 sagt|rådet|bedt|sagt_åt
ikke|inte ~1 offentlig|offentligt|kunngjort|officielt ~1 ennå|endnu|än
"""
