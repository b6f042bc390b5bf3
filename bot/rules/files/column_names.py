"""What columns are called, in the languages that LinkedIn, Google, Outlook and people write them in."""

import re
from collections.abc import Sequence

from bot.rules.files.shapes import FIELDS, Field
from bot.rules.names import fold

#: Names as `plain` leaves them; "|" parts them.
_NAMES: dict[Field, str] = {
    "name": "name|full name|fullname|contact|contact name|person|people|display name|names|my contacts|friend|friends|"
    "vollstandiger name|kontakt|kontakte|nom complet|nom et prenom|prenom et nom|nombre completo|nombre y apellidos|"
    "nombre y apellido|nome completo|nome e cognome|nom|nome|nombre|naam|volledige naam|imie i nazwisko|ad soyad|"
    "adi soyadi|isim|фио|имя и фамилия|полное имя|контакт|namn|fullstandigt namn|navn|nimi|jmeno a prijmeni|jmeno|nev|"
    "ім'я|姓名|名前|氏名|お名前|이름|성명|الاسم|שם|नाम",
    "first": "first|first name|firstname|given name|given names|givenname|forename|vorname|rufname|prenom|nombre de pila|"
    "primer nombre|primeiro nome|nome proprio|voornaam|imie|ad|adi|имя|fornamn|fornavn|etunimi|krestni jmeno|keresztnev|"
    "prenume|名|名字|الاسم الاول|الاسم الأول|שם פרטי",
    "last": "last|last name|lastname|surname|family name|familyname|nachname|familienname|nom de famille|apellidos|"
    "apellido|cognome|sobrenome|apelido|achternaam|nazwisko|soyad|soyadi|soyisim|фамилия|efternamn|etternavn|efternavn|"
    "sukunimi|prijmeni|vezeteknev|nume|nume de familie|прізвище|姓|اسم العائله|اسم العائلة|שם משפחה",
    "middle": "middle|middle name|middle names|additional name|zweiter vorname|deuxieme prenom|segundo nombre|"
    "secondo nome|nome do meio|tweede naam|отчество|ikinci ad|mellannamn",
    "suffix": "suffix|name suffix",
    "nickname": "nickname|nick|spitzname|surnom|apodo|soprannome|bijnaam|pseudonim|takma ad|псевдоним|smeknamn|あだ名",
    "company": "company|company name|companies|organization|organisation|organization name|organisation name|employer|firm|"
    "business|works at|unternehmen|firma|arbeitgeber|entreprise|societe|employeur|empresa|compania|organizacion|"
    "azienda|societa|organizzazione|organizacao|bedrijf|bedrijfsnaam|organisatie|werkgever|przedsiebiorstwo|"
    "organizacja|sirket|kurum|kurulus|компания|организация|место работы|foretag|arbetsgivare|virksomhed|selskap|"
    "bedrift|yritys|spolecnost|ceg|компанія|公司|单位|会社|会社名|회사|회사명|الشركه|الشركة|חברה",
    "role": "role|position|title|job|job title|jobtitle|occupation|profession|organization title|organisation title|"
    "headline|"
    "stelle|berufsbezeichnung|jobtitel|beruf|funktion|poste|fonction|intitule du poste|titre|cargo|puesto|ocupacion|"
    "posizione|qualifica|ruolo|posicao|funcao|functie|functietitel|positie|stanowisko|zawod|pozisyon|unvan|gorev|meslek|"
    "должность|профессия|befattning|titel|roll|stilling|tittel|pozice|beosztas|посада|职位|职务|職位|役職|직책|직함|المنصب|"
    "תפקיד",
    "city": "city|town|location|place|residence|lives in|based in|address city|city town|home city|business city|stadt|ort|"
    "wohnort|standort|ville|lieu|ciudad|localidad|ubicacion|citta|localita|cidade|localizacao|stad|plaats|woonplaats|"
    "locatie|miasto|miejscowosc|sehir|konum|город|местоположение|kaupunki|mesto|varos|місто|城市|都市|도시|المدينه|"
    "المدينة|עיר",
    "email": "email|e mail|mail|emails|e mails|email address|e mail address|mail address|email addresses|e mail adresse|"
    "e mail adressen|adresse e mail|adresse email|courriel|correo|correo electronico|direccion de correo electronico|"
    "email direccion|indirizzo e mail|indirizzo email|posta elettronica|endereco de email|endereco de e mail|"
    "e mailadres|emailadres|adres e mail|adres email|e posta|eposta|e posta adresi|электронная почта|эл почта|почта|"
    "адрес электронной почты|имейл|e postadress|epost|e post|e postadresse|sahkoposti|邮箱|电子邮件|电子邮箱|"
    "電子郵件|メール|メールアドレス|이메일|البريد الالكتروني|דואל",
    "phone": "phone|phones|phone number|phone numbers|mobile|mobile phone|mobile number|cell|cell phone|cellphone|tel|"
    "telephone|telephone number|whatsapp|primary phone|company main phone|car phone|telefon|telefonnummer|handy|"
    "handynummer|mobil|mobilnummer|rufnummer|numero de telephone|portable|telefono|numero de telefono|movil|celular|"
    "cellulare|telefone|telemovel|telefoon|telefoonnummer|mobiel|komorka|numer telefonu|telefon numarasi|cep|"
    "cep telefonu|телефон|номер телефона|мобильный|мобильный телефон|mobiltelefon|puhelin|matkapuhelin|电话|手机|电话号码|"
    "手机号|電話|電話番号|携帯|전화|전화번호|휴대폰|الهاتف|טלפון",
    "link": "link|links|linkedin|linkedin url|linkedin profile|linkedin profile url|linked in|profile|profile url|"
    "profile link|public profile url|url|website|web|web page|webpage|site|homepage|home page|web site|webseite|profil|"
    "profil url|site web|sitio web|pagina web|perfil|sito web|strona|strona www|сайт|ссылка|профиль|hemsida|网址|主页|"
    "リンク|ウェブサイト|링크",
    "telegram": "telegram|tg|telegram username|telegram handle|telegram name|телеграм|телеграмм",
    "birthday": "birthday|birthdate|birth date|birth day|date of birth|dob|bday|born|geburtstag|geburtsdatum|anniversaire|"
    "date de naissance|cumpleanos|fecha de nacimiento|compleanno|data di nascita|aniversario|data de nascimento|"
    "verjaardag|geboortedatum|urodziny|data urodzenia|dogum gunu|dogum tarihi|день рождения|дата рождения|fodelsedag|"
    "fodelsedatum|fodselsdag|fodselsdato|syntymapaiva|narozeniny|生日|出生日期|誕生日|生年月日|생일|생년월일|تاريخ الميلاد",
    "notes": "notes|note|comment|comments|remark|remarks|description|about|memo|bio|notizen|notiz|bemerkung|bemerkungen|"
    "kommentar|kommentare|anmerkung|anmerkungen|commentaire|commentaires|remarques|notas|nota|comentario|comentarios|"
    "observaciones|commenti|appunti|observacoes|notities|opmerking|opmerkingen|notatki|uwagi|not|notlar|заметки|заметка|"
    "комментарий|комментарии|примечание|примечания|anteckningar|anteckning|noter|备注|備考|メモ|메모|비고|ملاحظات|הערות",
    "tags": "tags|tag|labels|label|groups|group|group membership|categories|category|list|lists|kategorie|kategorien|gruppe|"
    "gruppen|etikett|etiketten|etiquettes|groupes|groupe|etiquetas|grupo|grupos|etichette|gruppo|gruppi|marcadores|"
    "groep|groepen|etykiety|grupa|grupy|etiket|etiketler|grup|gruplar|метки|теги|группа|группы|ярлыки|etiketter|grupper|"
    "标签|分组|タグ|ラベル|グループ|태그|그룹",
    "met": "met|how we met|where we met|met at|how met|how do i know them|kennengelernt|wie kennengelernt|"
    "wo kennengelernt|rencontre|comment rencontre|como nos conocimos|como ci siamo conosciuti|откуда знакомы|"
    "где познакомились",
    "met_on": "connected on|met on|date met|connection date|connected|known since|verbunden am|vernetzt am|in kontakt seit|"
    "kontakt seit|connecte le|connectee le|connecte e le|date de connexion|mis en relation le|en relation depuis le|"
    "relation etablie le|conectado el|fecha de conexion|conectado em|data da conexao|ligado em|collegato il|collegato dal|"
    "data di collegamento|data collegamento|connesso il|verbonden op|gekoppeld op|connectie sinds|polaczono|polaczono dnia|"
    "data polaczenia|data nawiazania kontaktu|kontakt od|baglanti tarihi|baglanilan tarih|baglanti kurulan tarih|"
    "baglanti kurma tarihi|дата установления контакта|дата добавления|контакт с|в контакте с|дата соединения|kontakt sedan|"
    "kontakter sedan|ansluten den|forbundet den|tilknyttet|connect pe|propojeno|联系时间|建立联系时间|"
    "つながった日|1촌 맺은 날짜",
    "needs": "needs|need|looking for|sucht|braucht|besoin|besoins|necesita|busca|cerca|precisa|zoekt|szuka|нужно|ищет|söker",
    "offers": "offers|offer|can offer|can help with|helps with|bietet|offre|ofrece|oferece|biedt|oferuje|предлагает",
    "cadence": "cadence|cadence days|frequency|how often|contact frequency|keep in touch|rhythm|every|haufigkeit|wie oft|"
    "frequence|frecuencia|frequenza|frequencia|frequentie|czestotliwosc|siklik|как часто|частота|frekvens|hur ofta",
    "language": "language|languages|sprache|langue|idioma|lingua|taal|jezyk|dil|язык|sprak|kieli|语言|言語|언어",
}
#: Columns of other programs that hold nothing about the person that Dotty keeps.
_LEFT_OUT_NAMES = (
    "id|#|no|nr|photo|picture|image|avatar|gender|sex|created|created at|created on|created time|updated|updated at|"
    "modified|last modified|file as|phonetic first name|phonetic middle name|phonetic last name|name prefix|prefix|"
    "yomi name|given name yomi|additional name yomi|family name yomi|initials|short name|maiden name|sensitivity|"
    "priority|private|"
    "billing information|directory server|mileage|hobby|subject|organization department|organization type|"
    "organization yomi name|e mail type|e mail display name|business fax|home fax|other fax|fax|telex|isdn|user 1|user 2|"
    "user 3|user 4|account|relation type|website type|address type|phone type"
)
_LEFT_OUT = frozenset(_LEFT_OUT_NAMES.split("|"))
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)?|#")
#: Words that tell apart columns of one kind: "E-mail 1 - Value", "Work phone".
_APART_WORDS = (
    "value|primary|main|work|home|private|personal|business|other|first|second|privat|privee|geschaftlich|dienstlich|"
    "beruflich|trabajo|casa|lavoro|travail|domicile|praca|дом|работа|address"
)
_APART = frozenset(_APART_WORDS.split("|"))
_LABELS = re.compile(r" - (?:label|type)$", re.IGNORECASE)
HEADER_LENGTH = 80


def plain(header: str) -> str:
    """The header as names are compared: folded words with one space between, no signs."""
    return " ".join(_WORDS.findall(fold(header[:HEADER_LENGTH])))


FIELD_OF: dict[str, Field] = {plain(name): field for field in FIELDS for name in _NAMES[field].split("|")}
#: Two meanings by themselves: what stands beside decides.
_FIRST_BESIDE_LAST = frozenset(
    {"name", "nom", "nome", "nombre", "имя", "imie", "jmeno", "namn", "navn", "nimi", "naam", "nev"}
)
_SHORT_LAST = {"nom": "prenom", "name": "vorname", "naam": "voornaam"}


def known_field(header: str) -> Field | None:
    """What a column of this name holds, by itself; None where the name says nothing."""
    name = plain(header)
    if field := FIELD_OF.get(name):
        return None if _LABELS.search(header) else field
    if _LABELS.search(header) or name in _LEFT_OUT:
        return None
    words = [word for word in name.split() if not word.isdecimal()]
    return FIELD_OF.get(" ".join(words)) or FIELD_OF.get(" ".join(word for word in words if word not in _APART))


def is_left_out(header: str) -> bool:
    """Whether it is known to hold nothing to keep."""
    name = plain(header)
    words = " ".join(word for word in name.split() if not word.isdecimal())
    return _LABELS.search(header) is not None or name in _LEFT_OUT or words in _LEFT_OUT


def known_fields(headers: Sequence[str]) -> list[Field | None]:
    """What each column holds, the neighbours considered: "Nombre, Apellidos" are a first and a last name, "Vorname,
    Name" too; beside "First Name, Last Name" a "Name" is the whole."""
    found = [known_field(header) for header in headers]
    whole = [index for index, field in enumerate(found) if field == "name"]
    if "last" in found and "first" not in found:
        for index in whole:
            if plain(headers[index]) in _FIRST_BESIDE_LAST:
                found[index] = "first"
    elif "first" in found and "last" not in found:
        firsts = {plain(header) for header, field in zip(headers, found, strict=True) if field == "first"}
        for index in whole:
            if _SHORT_LAST.get(plain(headers[index])) in firsts:
                found[index] = "last"
    return found
