package io.lingoduct.front.lexicon;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Words that a language writes with a capital wherever they stand: frequent names of people, places, days and peoples. What is also an
 * everyday word, such as "mark" or "may", is left out. Safe to use from many threads.
 */
public final class ProperNames {

    private static final Set<String> PEOPLE = WordSets.of(
            """
            tom mary john maria alice bob anna emma peter paul michael thomas david daniel robert james william richard
            charles george henry edward joseph steven stephen kevin brian jason matthew anthony andrew joshua nicholas
            jonathan benjamin samuel alexander patrick jack dennis jerry tyler aaron adam nathan zachary kyle walter
            jeremy ethan noah jacob lucas mason liam oliver elijah logan simon felix max moritz jonas leon lukas
            sebastian stefan andreas markus matthias martin klaus jürgen wolfgang heinz hans dieter uwe bernd günter
            helmut karl otto fritz ralf holger torsten thorsten florian fabian philipp tobias johannes johann jörg
            pierre jean jacques louis nicolas julien antoine françois philippe olivier laurent christophe frédéric
            mathieu guillaume sébastien rené gérard bernard andré henri marcel yves michel alain thierry léa chloé
            camille inès manon élise amélie hélène céline aurélie élodie émilie nathalie isabelle sylvie valérie
            françoise monique catherine jacqueline brigitte véronique marie sophie julie sarah sara laura linda
            patricia jennifer elizabeth barbara susan jessica karen nancy lisa betty margaret sandra ashley kimberly
            emily donna michelle carol amanda melissa deborah stephanie rebecca sharon cynthia kathleen amy angela
            shirley brenda pamela nicole samantha katherine christine helen janet maria carolyn rachel heather diane
            julia olivia isabella mia charlotte amelia hannah lena leonie lea luisa johanna katharina elisabeth claudia
            sabine susanne petra monika ursula renate heike birgit gabriele andrea anja silke martina tanja katja
            christina kristina sandra nina jana eva elena ingrid helga gisela mike jim joe tim ben sam dave steve chris
            alex nick tony kate jane ken yumi taro hanako fadil sami layla ziri muiriel jackson smith johnson
            williams miller davis wilson anderson taylor müller schmidt schneider fischer weber meyer wagner becker
            schulz hoffmann dupont durand moreau shakespeare einstein mozart beethoven obama trump clinton merkel
            macron lincoln kennedy""");

    private static final Set<String> PLACES = WordSets.of(
            """
            europe europa africa afrika asia asien america amerika australia australien germany deutschland france
            frankreich england britain scotland schottland wales ireland irland spain spanien italy italien austria
            österreich switzerland schweiz belgium belgien netherlands niederlande holland denmark dänemark sweden
            schweden norway norwegen finland finnland poland polen portugal greece griechenland russia russland ukraine
            hungary ungarn romania rumänien bulgaria bulgarien croatia kroatien serbia serbien czechia tschechien
            slovakia slowakei canada kanada mexico mexiko brazil brasilien argentina argentinien chile peru colombia
            kolumbien cuba kuba china japan korea india indien pakistan iran iraq irak israel egypt ägypten morocco
            marokko algeria algerien tunisia tunesien kenya kenia nigeria vietnam thailand indonesia indonesien
            singapore philippines allemagne angleterre écosse irlande espagne italie autriche suisse belgique danemark
            suède norvège finlande pologne grèce russie hongrie roumanie mexique brésil argentine chine japon inde
            égypte maroc algérie tunisie afrique asie amérique australie berlin munich münchen hamburg cologne köln
            frankfurt stuttgart düsseldorf leipzig dresden hannover vienna wien salzburg zürich zurich geneva genf
            genève bern basel paris lyon marseille toulouse bordeaux lille nantes strasbourg straßburg london
            londres manchester liverpool edinburgh dublin madrid barcelona rome rom milan mailand venice venedig naples
            neapel lisbon lissabon amsterdam brussels brüssel bruxelles copenhagen kopenhagen stockholm oslo
            helsinki warsaw warschau prague prag budapest athens athen moscow moskau kiev kyiv istanbul ankara boston
            chicago washington california kalifornien texas florida hawaii philadelphia seattle denver detroit dallas
            houston toronto montreal montréal vancouver ottawa tokyo tokio osaka kyoto beijing peking shanghai seoul
            sydney melbourne google facebook microsoft youtube wikipedia harvard oxford cambridge christmas
            easter""");

    /** Days, months, peoples and languages, which are capitalized by some languages only. */
    private static final Map<String, Set<String>> OTHERS = Map.of(
            "en",
            WordSets.of(
                    """
                    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
                    fridays saturdays sundays january february april june july august september october november
                    december english german french spanish italian russian chinese japanese korean american americans
                    british canadian australian european dutch danish swedish norwegian finnish portuguese greek
                    arabic hebrew hindi latin irish scottish mexican brazilian indian african asian austrian swiss
                    belgian germans italians canadians europeans christian muslim jewish god internet mr mrs ms dr mt st
                    prof"""),
            "de",
            WordSets.of(
                    """
                    montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli
                    august september oktober november dezember frau herr dr prof gott internet weihnachten ostern"""),
            "fr",
            Set.of("dieu", "noël", "pâques", "internet", "m", "mme", "mlle"));

    private static final Set<String> PAIRS = Set.of(
            "new york",
            "new zealand",
            "new jersey",
            "new orleans",
            "united states",
            "united kingdom",
            "united nations",
            "los angeles",
            "las vegas",
            "san francisco",
            "san diego",
            "great britain",
            "hong kong",
            "south africa",
            "north america",
            "south america",
            "south korea",
            "north korea",
            "saudi arabia",
            "white house",
            "middle east",
            "european union");

    private final Set<String> names = new HashSet<>();

    /** @param languageTag BCP 47 tag of the texts */
    public ProperNames(String languageTag) {
        names.addAll(PEOPLE);
        names.addAll(PLACES);
        names.addAll(WordSets.in(OTHERS, languageTag));
    }

    /** @param word in small letters, without an ending such as "'s" */
    public boolean contains(String word) {
        return names.contains(word);
    }

    /** Whether two words are a name together that neither is by itself. */
    public boolean arePair(String first, String second) {
        return PAIRS.contains(first + " " + second);
    }
}
