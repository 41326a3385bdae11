package io.lingoduct.training.loop.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.training.files.Folders;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.loop.optimizer.TrainingState;
import io.lingoduct.training.loop.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** A folder of the {@link CheckpointStore} with the state of a run after an update. */
public record Checkpoint(Path folder) {

    private static final String PROGRESS = "progress.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    long update() {
        var name = folder.getFileName().toString();
        return Long.parseLong(name.substring(name.indexOf('-') + 1));
    }

    /** @throws UnusableFileException if the file is damaged */
    public Progress progress() {
        var file = folder.resolve(PROGRESS);
        try {
            return JSON.readValue(Files.readString(file), Progress.class);
        } catch (IOException e) {
            throw damaged(folder, e);
        }
    }

    /** Copies the checkpoint's tensors into the state's. */
    public void load(TrainingState state) {
        state.files().forEach((name, tensors) -> readArchive(folder.resolve(name), tensors));
    }

    void write(Progress progress, ArchiveFile.Disk disk) throws IOException {
        var unfinished = folder.resolve(PROGRESS + ".unfinished");
        Files.deleteIfExists(unfinished);
        ArchiveFile.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(progress), unfinished, disk);
        Files.move(unfinished, folder.resolve(PROGRESS), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Under another name, so that no half of it is ever taken for a checkpoint. */
    void delete() throws IOException {
        var going = folder.resolveSibling(folder.getFileName() + ".deleted");
        Folders.delete(going);
        Files.move(folder, going, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(going);
    }

    /** @throws UnusableFileException if the file is damaged */
    static void readArchive(Path file, Map<String, Tensor> tensors) {
        try {
            ArchiveFile.read(file, tensors);
        } catch (RuntimeException e) {
            throw damaged(file, e);
        }
    }

    private static UnusableFileException damaged(Path path, Exception cause) {
        return new UnusableFileException(
                path, "is damaged; delete its checkpoint to go on from the one before it, or use --restart", cause);
    }
}
