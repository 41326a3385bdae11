package io.lingoduct.front.span.address;

import io.lingoduct.front.span.scan.OpenText;
import java.util.Locale;
import java.util.Set;

/** Endings by which names of files are known. Those that are words as well, such as "go", are no ending here. */
final class FileNames {

    private static final int LONGEST_ENDING = 13;

    private static final Set<String> ENDINGS = Set.of(
            ("pdf doc docx xls xlsx xlsm ppt pptx odt ods odp rtf txt csv tsv md rst tex epub json jsonl xml xsd xsl yaml yml toml ini"
                            + " cfg conf properties env log sql db sqlite html htm xhtml css scss sass js mjs jsx ts tsx vue java kt"
                            + " scala py ipynb rb rs cpp hpp cs php swift sh bash zsh bat cmd ps1 exe msi dll dmg pkg deb rpm apk"
                            + " ipa iso img zip tar gz bz2 xz 7z rar tgz jpg jpeg png gif svg webp bmp tif tiff ico heic psd mp3"
                            + " mp4 m4a m4v mov avi mkv wav flac ogg webm srt vtt eml ics vcf pem crt cer p12 jks jar avro proto"
                            + " onnx parquet lock bak tmp gitignore dockerignore htaccess bashrc editorconfig")
                    .split(" "));

    private FileNames() {}

    /** Whether [start, end) ends in a full stop and a known ending. */
    static boolean isKnown(OpenText text, int start, int end) {
        int dot = end - 1;
        while (dot >= start && end - dot <= LONGEST_ENDING + 1 && text.at(dot) != '.') {
            dot--;
        }
        if (dot < start || end - dot > LONGEST_ENDING + 1) {
            return false;
        }
        var ending = text.part(dot + 1, end);
        var lower = ending.toLowerCase(Locale.ROOT);
        return ENDINGS.contains(lower) && (ending.equals(lower) || ending.equals(ending.toUpperCase(Locale.ROOT)));
    }
}
