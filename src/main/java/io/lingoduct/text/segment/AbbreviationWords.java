package io.lingoduct.text.segment;

import java.util.Map;
import java.util.Set;

/**
 * Abbreviations of a language, in small letters and without the final full stop; those of several words without spaces.
 *
 * @param neverLast followed by a name or a continuation
 * @param mayStandLast may as well be the last word of a sentence. Such as "etc.", which mostly are, belong to neither
 * @param shortMonths abbreviated months
 * @param months their full names
 * @param shortDays days of the week; abbreviations before numbers only, as they look like other words ("sat", "sun")
 * @param days their full names
 */
record AbbreviationWords(
        Set<String> neverLast,
        Set<String> mayStandLast,
        Set<String> shortMonths,
        Set<String> months,
        Set<String> shortDays,
        Set<String> days) {

    /** Words that are followed by a number, in any language. */
    private static final Set<String> BEFORE_NUMBERS = WordSets.of(
            """
            no nr nos p pp vol ch art fig sec abs bd bde s kap abb núm n pág op chap tel tél ext ann anm rn ziff ref réf apt \
            ver hg t str ca v bl jg zi pos abt""");

    private static final AbbreviationWords ENGLISH = new AbbreviationWords(
            WordSets.of(
                    """
                    mr mrs ms dr prof rev gen col capt lt sgt gov sen rep hon pres mt messrs vs v e.g i.e cf approx viz insp supt cmdr adm maj pvt brig fl asst esp incl excl"""),
            WordSets.of(
                    "st inc ltd co corp jr sr ave blvd rd dept univ assn bros est al ph.d ft oz lb lbs mfg intl govt"),
            WordSets.of("jan feb mar apr jun jul aug sep sept oct nov dec"),
            WordSets.of("january february march april may june july august september october november december"),
            WordSets.of("mon tue tues wed thu thur thurs fri sat sun"),
            WordSets.of("monday tuesday wednesday thursday friday saturday sunday"));

    private static final AbbreviationWords GERMAN = new AbbreviationWords(
            WordSets.of(
                    """
                    hr hrn fr frl dr dres prof st z z.b d.h u.a m.e u.u i.d.r d.i z.t z.zt z.z v.a bzw ca evtl ggf inkl exkl \
                    vgl sog geb dipl ing dipl.-ing med rer phil jur nat habil mind zzgl abzgl einschl insb hrsg bzgl bspw \
                    resp gez lt urspr entspr allg verh fa fam gem ggü lfd zul"""),
            WordSets.of("v.chr n.chr e.v str i.a mio mrd tsd std stk kto mwst jh jhdt univ inst co max"),
            WordSets.of("jan jän feb mär mrz apr jun jul aug sep sept okt nov dez"),
            WordSets.of(
                    """
                    januar jänner februar märz april mai juni juli august september oktober november dezember"""),
            WordSets.of("mo di mi do fr sa so"),
            WordSets.of("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"));

    private static final AbbreviationWords FRENCH = new AbbreviationWords(
            WordSets.of("m mm mr mme mlle dr pr prof st ste mgr p.ex cf env éd dir coll"),
            WordSets.of("cie sté ets ex av boul bd min max qté apr av.j.-c apr.j.-c"),
            WordSets.of("janv févr fév avr juil sept oct nov déc"),
            WordSets.of("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
            WordSets.of("lun mar mer jeu ven sam dim"),
            WordSets.of("lundi mardi mercredi jeudi vendredi samedi dimanche"));

    private static final Map<String, AbbreviationWords> ALL = Map.of(
            "en", ENGLISH,
            "de", GERMAN,
            "fr", FRENCH,
            "es", titles("sr sra srta dr dra prof d ud uds p.ej"),
            "it", titles("sig sigg dott prof ing avv p.es cfr"),
            "nl", titles("dhr mevr mw dr drs prof ir bijv ca"),
            "pt", titles("sr sra srta dr dra prof p.ex"));

    private static final AbbreviationWords NONE =
            new AbbreviationWords(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** @param language code of two or three letters */
    static AbbreviationWords of(String language) {
        return ALL.getOrDefault(language, NONE);
    }

    private static AbbreviationWords titles(String neverLast) {
        return new AbbreviationWords(WordSets.of(neverLast), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    boolean contains(String abbreviation) {
        return neverLast.contains(abbreviation) || mayStandLast.contains(abbreviation);
    }

    /** Whether a number may follow, in compounds too, such as "Bestellnr." */
    boolean isBeforeNumber(String word) {
        return BEFORE_NUMBERS.contains(word) || this == GERMAN && word.endsWith("nr") || isStreet(word);
    }

    /** Whether it is the name of a German street, such as "Hauptstr." */
    boolean isStreet(String word) {
        return this == GERMAN && word.endsWith("str");
    }
}
