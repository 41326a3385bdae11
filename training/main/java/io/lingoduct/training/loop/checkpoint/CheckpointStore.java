package io.lingoduct.training.loop.checkpoint;

import io.lingoduct.training.files.Folders;
import io.lingoduct.training.loop.optimizer.TrainingState;
import io.lingoduct.training.loop.progress.DivergenceGuard;
import io.lingoduct.training.loop.progress.Progress;
import io.lingoduct.training.loop.validation.KeptWeights;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/**
 * The checkpoints in a run's folder: {@code update-N} holds all that a run needs to go on after update N, and {@code
 * best/update-N.pt} the weights that were validated there. The latest two checkpoints are kept, and one from before the
 * {@link DivergenceGuard}'s window where these are younger, with the best weights that they speak of. Everything is written
 * under another name first and then renamed, so what can be seen is whole.
 */
public final class CheckpointStore {

    private static final int KEPT = 2;
    private static final String PREFIX = "update-";
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final ArchiveFile.Disk disk;

    public CheckpointStore(Path folder) {
        this(folder, file -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** @param disk one that a test can fill up */
    public CheckpointStore(Path folder, ArchiveFile.Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Writes a checkpoint, and deletes those that are no longer needed. */
    public void write(Progress progress, TrainingState state) throws IOException {
        var target = folder.resolve(PREFIX + progress.position().updates());
        var unfinished = folder.resolve(target.getFileName() + UNFINISHED);
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        try {
            for (var file : state.files().entrySet()) {
                ArchiveFile.write(file.getValue(), unfinished.resolve(file.getKey()), disk);
            }
            new Checkpoint(unfinished).write(progress, disk);
        } catch (IOException e) {
            Folders.delete(unfinished);
            throw e;
        }
        if (Files.exists(target)) {
            new Checkpoint(target).delete();
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        prune();
    }

    /** Keeps validated weights; to be called before the checkpoint that speaks of them is written. */
    public void writeBest(long update, Tensor values) throws IOException {
        var target = best(update);
        var unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(unfinished);
        try {
            ArchiveFile.write(Map.of("values", values), unfinished, disk);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    public void readBest(KeptWeights kept, Tensor into) {
        Checkpoint.readArchive(best(kept.update()), Map.of("values", into));
    }

    public Optional<Checkpoint> latest() throws IOException {
        return newestFirst().stream().findFirst();
    }

    /**
     * The checkpoint to go back to, after deleting all later ones: the latest of an update or before, or the first there is.
     */
    public Checkpoint goBack(long update) throws IOException {
        var all = newestFirst();
        var target = all.stream()
                .filter(checkpoint -> checkpoint.update() <= update)
                .findFirst()
                .orElse(all.get(all.size() - 1));
        for (var later : all.subList(0, all.indexOf(target))) {
            later.delete();
        }
        return target;
    }

    /** Replaces the progress of a checkpoint that stays as it is otherwise. */
    public void rewrite(Checkpoint checkpoint, Progress progress) throws IOException {
        checkpoint.write(progress, disk);
    }

    Path best(long update) {
        return folder.resolve("best").resolve(PREFIX + update + ".pt");
    }

    private void prune() throws IOException {
        var neededFiles = new HashSet<Path>();
        var all = newestFirst();
        var needed = needed(all);
        for (var checkpoint : needed) {
            checkpoint.progress().dev().best().forEach(kept -> neededFiles.add(best(kept.update())));
        }
        for (var checkpoint : all) {
            if (!needed.contains(checkpoint)) {
                checkpoint.delete();
            }
        }
        for (var leftover : entries(folder)) {
            if (leftover.getFileName().toString().matches(PREFIX + "[0-9]+\\.(unfinished|deleted)")) {
                Folders.delete(leftover);
            }
        }
        for (var file : entries(folder.resolve("best"))) {
            if (!neededFiles.contains(file)) {
                Files.delete(file);
            }
        }
    }

    /** The latest two, one from before the guard's window, and the one that will take its place with time. */
    private static Set<Checkpoint> needed(List<Checkpoint> newestFirst) {
        int oldest = newestFirst.size() - 1;
        var needed = new HashSet<>(newestFirst.subList(0, Math.min(KEPT, newestFirst.size())));
        long trusted = newestFirst.get(0).update() - DivergenceGuard.WINDOW;
        int anchor = 0;
        while (anchor < oldest && newestFirst.get(anchor).update() > trusted) {
            anchor++;
        }
        needed.add(newestFirst.get(anchor));
        needed.add(newestFirst.get(Math.max(0, anchor - 1)));
        return needed;
    }

    private List<Checkpoint> newestFirst() throws IOException {
        return entries(folder).stream()
                .filter(path -> path.getFileName().toString().matches(PREFIX + "[0-9]{1,18}"))
                .map(Checkpoint::new)
                .sorted(Comparator.comparingLong(Checkpoint::update).reversed())
                .toList();
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
