package io.lingoduct.front.lexicon;

import java.util.Map;
import java.util.Set;

/** The most frequent words of a language, which are no names. Safe to use from many threads. */
public final class CommonWords {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "en",
            WordSets.of(
                    """
                    the of and to a in is it you that he was for on are with as his they at be this have from or had by
                    not but what all were we when your can said there use an each which she do how their if will up
                    other about out many then them these so some her would make like him into time has look two more
                    write go see no way could people my than first been call who its now find long down day did get
                    come made may part over new sound take only little work know place year live me back give most very
                    after thing our just name good sentence man think say great where help through much before line
                    right too mean old any same tell boy follow came want show also around form three small set put end
                    does another well large must big even such because turn here why ask went men read need land
                    different home us move try kind hand picture again change off play spell air away animal house
                    point page letter mother answer found study still learn should never please thank thanks sorry yes
                    hello maybe perhaps excuse hey stop wait don't doesn't didn't can't won't isn't aren't wasn't
                    weren't haven't hasn't couldn't wouldn't shouldn't it's that's what's he's she's let's you're we're
                    they're you've we've they've you'll we'll they'll he'll she'll free buy sale open close next last
                    order delete cancel agree accept confirm search warning error news really always love hate ever every nobody nothing something
                    someone anyone everyone everything today tomorrow yesterday tonight soon later already yet"""),
            "de",
            WordSets.of(
                    """
                    der die das und in zu den dem des ist nicht von mit sich auf für als auch es an er so dass hat nach
                    wird bei ein eine einen einem einer eines um am sind noch wie über im aus vor zur zum bis mehr durch
                    man sein seine seinen seinem seiner war wurde kann haben werden oder aber wenn nur ich du wir ihr
                    sie mich dich uns euch ihm ihn ihnen mir dir mein meine meinen meinem meiner dein deine deinen
                    deinem deiner unser unsere unseren unserem unserer euer eure euren eurem kein keine keinen keinem
                    keiner was wer wo wann warum wieso weshalb wie welche welcher welches welchen wohin woher hier da
                    dort jetzt heute morgen gestern immer nie nicht nichts etwas alle alles viele wenig sehr schon doch
                    mal bitte danke ja nein neu neue neuen neuer neues gut gute guten guter gutes groß klein bin bist
                    seid waren hatte hatten habe hast habt können kannst könnt konnte könnte soll sollen sollte muss
                    müssen musste will wollen wollte darf dürfen mag mögen möchte möchten gibt geben geht gehen kommt
                    kommen macht machen gemacht sagt sagen gesagt weiß wissen sieht sehen gesehen lässt lassen steht
                    stehen findet finden bleibt bleiben liegt liegen heißt heißen denkt denken glaubt glauben nimmt
                    nehmen dann denn weil ob damit obwohl während seit gegen ohne unter zwischen hinter neben wegen
                    trotz vielleicht deshalb manche einfach wieder wirklich ganz gerade bald oft lieber lieb hallo
                    achtung diese dieser dieses diesen diesem jede jeder jedes jeden jener zurück weg los kostenlos
                    ab seien gebt nimm gib zeig sieh sprich entschuldige dich sofort zuerst"""),
            "fr",
            WordSets.of(
                    """
                    le la les l un une des du de d et à au aux en dans par pour sur avec sans sous ne n pas plus que qu
                    qui quoi dont où quand comment pourquoi combien ce c cet cette ces se s il elle on nous vous ils
                    elles je j tu me m te t lui leur leurs y mon ma mes ton ta tes son sa ses notre nos votre vos est
                    sont suis es êtes sommes était étaient sera serait être ai as a avons avez ont avait avoir fait
                    faire fais faites va vais vas vont aller peut peux pouvez pouvoir veut veux voulez vouloir dit dire
                    sait sais savez savoir voir vu doit dois devez faut mais ou donc or ni car si tout tous toute toutes
                    rien jamais toujours encore déjà très trop peu beaucoup bien bon bonne mal ici là maintenant
                    aujourd'hui demain hier oui non merci bonjour salut nouveau nouvelle nouveaux grand grande petit
                    petite deux trois même autre autres aussi comme après avant contre entre depuis pendant chez vers
                    quel quelle quels quelles chaque quelque quelques quelqu aucun aucune cela ça gratuit voici voilà
                    peut-être acheter commande attention erreur annuler"""));

    private final Set<String> words;

    /** @param languageTag BCP 47 tag; of other languages than English, German and French there are none */
    public CommonWords(String languageTag) {
        this.words = WordSets.in(WORDS, languageTag);
    }

    /** @param word in small letters */
    public boolean contains(String word) {
        return words.contains(word);
    }
}
