package io.lingoduct.training.loop;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.training.files.Folders;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;

/**
 * The state of a run after an epoch: weights, optimiser and progress, in a folder of its own. A folder is written under
 * another name first and then renamed, so a checkpoint that can be seen is whole.
 */
final class Checkpoint {

    private static final String PREFIX = "epoch-";
    private static final String NETWORK = "network.pt";
    private static final String OPTIMIZER = "optimizer.pt";
    private static final String PROGRESS = "progress.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    private Checkpoint(Path folder) {
        this.folder = folder;
    }

    static Checkpoint write(Path runFolder, Progress progress, Seq2Seq network, Adam optimizer) throws IOException {
        var folder = runFolder.resolve(PREFIX + progress.epoch());
        var unfinished = runFolder.resolve(folder.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        try (var weights = new OutputArchive();
                var moments = new OutputArchive()) {
            network.save(weights);
            ArchiveFile.write(weights, unfinished.resolve(NETWORK));
            optimizer.save(moments);
            ArchiveFile.write(moments, unfinished.resolve(OPTIMIZER));
        }
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(unfinished.resolve(PROGRESS).toFile(), progress);
        Folders.delete(folder);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        return new Checkpoint(folder);
    }

    /** The checkpoint of the highest epoch, if there is any. */
    static Optional<Checkpoint> latest(Path runFolder) throws IOException {
        return all(runFolder).stream().max(Comparator.comparingInt(Checkpoint::epoch));
    }

    static Optional<Checkpoint> ofEpoch(Path runFolder, int epoch) throws IOException {
        return all(runFolder).stream()
                .filter(checkpoint -> checkpoint.epoch() == epoch)
                .findFirst();
    }

    /** Deletes all checkpoints but the latest and the best one. */
    static void prune(Path runFolder, int bestEpoch) throws IOException {
        int latest = latest(runFolder).orElseThrow().epoch();
        for (var checkpoint : all(runFolder)) {
            if (checkpoint.epoch() != latest && checkpoint.epoch() != bestEpoch) {
                Folders.delete(checkpoint.folder);
            }
        }
    }

    private static List<Checkpoint> all(Path runFolder) throws IOException {
        if (!Files.isDirectory(runFolder)) {
            return List.of();
        }
        try (var entries = Files.list(runFolder)) {
            return entries.filter(p -> p.getFileName().toString().matches(PREFIX + "[0-9]{1,6}"))
                    .map(Checkpoint::new)
                    .toList();
        }
    }

    Progress progress() throws IOException {
        return JSON.readValue(folder.resolve(PROGRESS).toFile(), Progress.class);
    }

    /** @throws UnusableFileException if the file is damaged */
    void loadNetwork(Seq2Seq network) {
        load(NETWORK, network::load);
    }

    /** @throws UnusableFileException if the file is damaged */
    void loadOptimizer(Adam optimizer) {
        load(OPTIMIZER, optimizer::load);
    }

    private void load(String name, Consumer<InputArchive> reader) {
        try (var archive = new InputArchive()) {
            archive.load_from(folder.resolve(name).toString());
            reader.accept(archive);
        } catch (RuntimeException e) {
            throw new UnusableFileException(
                    folder, "is damaged; delete it to go on from the checkpoint before it, or use --restart", e);
        }
    }

    private int epoch() {
        return Integer.parseInt(folder.getFileName().toString().substring(PREFIX.length()));
    }
}
