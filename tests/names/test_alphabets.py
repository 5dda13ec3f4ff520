"""One name in the alphabets and transliterations of a century is one name."""

import pytest

from kb.names import compare

_PLAIN = "а=a б=b в=v г=g ғ=g д=d е=e з=z к=k қ=q л=l м=m н=n ң=ng о=o п=p р=r с=s т=t ф=f х=kh һ=h ц=ts "
SCHEMES = {
    "2021": _PLAIN + "ә=ä ғ=ğ ж=j и=i й=i ң=ñ ө=ö у=u ұ=ū ү=ü х=h ч=ch ш=ş ы=y і=ı ю=iu я=ia",
    "2018": _PLAIN + "ә=á ғ=ǵ ж=j и=ı й=ı ң=ń ө=ó у=ý ұ=u ү=ú х=h ч=ch ш=sh ы=y і=i ю=iý я=ia",
    "2017": _PLAIN + "ә=a' ғ=g' ж=j и=i' й=i' ң=n' ө=o' у=y' ұ=u ү=u' х=h ч=c' ш=s' ы=y і=i ю=i'u я=i'a",
    "yañalif": _PLAIN + "ә=ə ғ=ƣ ж=ç и=i й=j ң=ꞑ ө=ɵ у=v ұ=u ү=y х=x ч=c ш=c ы=ь і=i ю=jv я=ja",
    "BGN": _PLAIN + "ә=a ғ=gh ж=zh и=i й=y ө=o у=u ұ=u ү=u ч=ch ш=sh ы=y і=i ю=yu я=ya",
    "ALA-LC": _PLAIN + "ә=ă ғ=gh ж=z͡h и=i й=ĭ ң=n͡g ө=ȯ у=u ұ=ŭ ү=u̇ ч=ch ш=sh ы=y і=i̊ ю=i͡u я=i͡a",
    "press": _PLAIN + "ә=a ж=zh и=i й=i қ=k ң=n ө=o у=u ұ=u ү=u ч=ch ш=sh ы=y і=i ю=yu я=ya х=h",
    "Turkish": _PLAIN + "ә=e ғ=ğ ж=c и=i й=y қ=k ң=n ө=ö у=u ұ=u ү=ü х=h ч=ç ш=ş ы=ı і=i ю=yu я=ya",
    "German": _PLAIN + "ә=ä ғ=gh ж=dsch и=i й=i қ=k ө=ö у=u ұ=u ү=ü х=ch ч=tsch ш=sch ы=y і=i ю=ju я=ja в=w",
    "Finnish": _PLAIN + "ә=a ж=ž и=i й=j қ=k ң=n ө=ö у=u ұ=u ү=u х=h ч=tš ш=š ы=y і=i ю=ju я=ja",
    "French": _PLAIN + "ә=a ғ=gh ж=dj и=i й=ï қ=k ө=o у=ou ұ=ou ү=ou ч=tch ш=ch ы=y і=i ю=iou я=ia",
    "Polish": _PLAIN + "ә=a ж=ż и=i й=j қ=k ң=n ө=o у=u ұ=u ү=u х=ch ч=cz ш=sz ы=y і=i ю=ju я=ja в=w",
    "reformed Arabic": "а=ا ә=ءا б=ب в=ۆ г=گ ғ=ع д=د е=ە ж=ج з=ز и=ي й=ي к=ك қ=ق л=ل м=م н=ن ң=ڭ о=و ө=ءو п=پ р=ر с=س "
    "т=ت у=ۋ ұ=ۇ ү=ءۇ ф=ف х=ح һ=ھ ч=چ ш=ش ы=ى і=ءى ю=يۋ я=يا",
    "Russian": "ә=а ғ=г қ=к ң=н ө=о ұ=у ү=у һ=х і=и",
    "old Russian": "ә=а ғ=г қ=к ң=нг ө=у ұ=у ү=ю һ=г і=и ж=дж ш=ч",
}
NAMES = (
    "Шәймерден Қосшығұлов",
    "Әубәкір Досов",
    "Құнанбай Шыңғысов",
    "Нұрғазы Үмбетов",
    "Хұсайын Өмірзақов",
    "Рысқұл Жылқыайдаров",
    "Сайлаубек Шүленбаев",
    "Төлебай Шыңдәулетов",
    "Жаңабай Теңізбаев",
    "Дәуренбек Шаяхметов",
)


def written(name: str, scheme: str) -> str:
    """``name`` letter for letter in another alphabet."""
    letters = dict(pair.split("=") for pair in SCHEMES[scheme].split())
    said = []
    for letter in name:
        other = letters.get(letter.lower(), letter.lower())
        said.append(other[:1].upper() + other[1:] if letter.isupper() else other)
    return "".join(said)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_itself_in_every_alphabet(name: str, scheme: str) -> None:
    match = compare(name, written(name, scheme))
    assert match.same, (match.b, match.score)


def test_the_old_arabic_spelling_without_vowels_is_read() -> None:
    assert compare("Бөлтірік Әлменұлы", "بولترك المن اوغلی").same
    assert compare("Мұхаммед Абдуллаұлы", "محمد عبدالله اوغلی").same
