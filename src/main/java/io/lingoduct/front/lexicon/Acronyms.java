package io.lingoduct.front.lexicon;

import java.util.Set;

/** Frequent words that are written in capitals wherever they stand. */
public final class Acronyms {

    private static final Set<String> ALWAYS = WordSets.of(
            """
            usa uk eu uno nato nasa esa fbi cia kgb nsa bbc cnn nbc zdf ard usb pdf html http https url cpu gpu ssd hdd
            dvd cd tv pc gps sms mms nfc rfid wlan lan vpn dns ip tcp api sdk sql json xml csv jpg jpeg png gif mp3 mp4
            id ids vip ceo cfo cto phd mba mit ucla atm diy faq asap rsvp ufo dna rna hiv unesco unicef opec fifa uefa
            nba nfl nhl mlb ioc bmw vw ibm hp lg sap dhl ups fedex adac tüv gmbh ag kg ev llc ltd inc plc iban bic
            vat ust sepa eur usd gbp chf utc gmt pst lcd oled qr ok isbn iso din lkw pkw kfz ps kw
            kwh cdu csu spd fdp afd sncf tgv ratp tva rib hlm smic onu otan ovni sida pib ii iii iv vi vii viii ix xi
            xii xiii xiv xv xvi xvii xviii xix xx xxi""");

    /** In a text in capitals these are more often everyday words. */
    private static final Set<String> AMONG_SMALL_LETTERS = WordSets.of(
            "it us who aids pin ram sim may ai ki am pm pr hr pi ss um sos gas cap top tip min max rap mac");

    private Acronyms() {}

    /** @param word in small letters */
    public static boolean contains(String word) {
        return ALWAYS.contains(word);
    }

    /** Whether a word in capitals is no loud word but one of these where the words around it are in small letters. */
    public static boolean isLikelyAmongSmallLetters(String word) {
        return ALWAYS.contains(word) || AMONG_SMALL_LETTERS.contains(word);
    }
}
