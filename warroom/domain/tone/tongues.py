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
vous auriez|n'avez|avez ~2 dû|pas|mal|oublié ~4
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
nennen|schreiben|schicken|senden|posten|geben|teilen|brauchen|benötigen ~4 hier|unten|kommentar|kommentare|ihre|deine|mir ~5 kundennummer|geburtsdatum|telefonnummer|handynummer|adresse|anschrift|kontonummer|e-mail|mailadresse|versichertennummer|bestellnummer|vertragsnummer|iban|kartennummer
dinos|díganos|escribe|escriba|envíe|envía|manda|mándanos|pásanos|deja|déjanos|indique|indícanos|facilite|facilítanos|comparte|necesitamos ~6 número|teléfono|móvil|dni|tarjeta|correo|dirección|fecha_de_nacimiento|dígitos|cuenta|iban|pedido
indiquez|envoyez|donnez|écrivez|postez|laissez|communiquez|précisez|indiquez-nous|envoyez-nous|donnez-nous|laissez-nous ~6 numéro|téléphone|adresse|mail|e-mail|date_de_naissance|carte|iban|commande|dossier
indique|indique-nos|envie|envie-nos|diga|diga-nos|deixe|escreva|mande|partilhe|precisamos ~6 número|telefone|telemóvel|morada|nascimento|cartão|utente|nif|email|cpf|conta
scriva|scrivi|mandi|invii|indichi|lasci|comunichi|scrivici|mandaci|indicaci ~6 numero|telefono|codice|indirizzo|mail|data_di_nascita|carta|iban|ordine
zet|geef|stuur|noem|plaats|post|schrijf|laat ~6 nummer|telefoonnummer|06-nummer|bagagelabelnummer|klantnummer|adres|geboortedatum|e-mail|mailadres|rekeningnummer|postcode
skriv|oppgi|legg|ange|send ~6 e-posten|kundenummeret|telefonnummer|personnummer|kundnummer|mejl|adresse|adress|fødselsdato|ordrenummer
"""
#: Sales talk.
PROMOTION: Final = """
aprovecha|aproveche|descubre|descubra|disfruta|consigue|no_te_pierdas ~3 nuestro*|nuestra*|nuevo*|la|el|oferta|con ~5
profitez|découvrez|ne_manquez ~3 nos|notre|nouvelle|nouveau|de|offre
entdecken|sichern|nutzen|jetzt ~3 unsere|neue|angebot|rabatt|sparen|buchen|unseren
sconto|desconto|korting|rabatt|matrícula_gratis ~3
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
"""
#: Statements of law.
LEGAL: Final = """
responsabilité|responsabilidad|responsabilità|responsabilidade ~1 pénale|civile|juridique|legal|civil|penal|penale|legale|jurídica
rechtlich|strafrechtlich|zivilrechtlich verantwortlich|haftbar|schuldig
haften|haftet ~2 für|in_vollem
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
