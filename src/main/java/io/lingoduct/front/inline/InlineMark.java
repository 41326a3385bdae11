package io.lingoduct.front.inline;

/**
 * Something without width that hangs on a place in a text: a tag, an emoji between two words, an invisible character.
 *
 * @param position index in the text, from 0 to its length; the mark stands before the character there
 * @param content the mark as it is written, which comes back byte for byte
 * @param pair number that an opening and a closing mark have in common and no other mark of the text has; -1 for marks of other kinds
 */
public record InlineMark(int position, String content, Kind kind, int pair) {

    /** How a mark behaves when the words around it move. */
    public enum Kind {
        /** Begins a stretch of words that its partner ends. */
        OPEN,
        /** Ends the stretch. */
        CLOSE,
        /** Stands alone, such as a line break or an image. */
        SINGLE,
        /** A pictograph or symbol behind the word that it comments. */
        EMOJI,
        /** Cannot be seen; makes sense only where the word that it stands in, or the edge of a word, is still there. */
        INVISIBLE
    }

    public InlineMark moved(int newPosition) {
        return new InlineMark(newPosition, content, kind, pair);
    }
}
