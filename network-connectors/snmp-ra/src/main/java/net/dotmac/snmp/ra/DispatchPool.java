package net.dotmac.snmp.ra;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.snmp4j.util.WorkerPool;
import org.snmp4j.util.WorkerTask;

/**
 * The few threads that decode datagrams. When all are busy and the queue is full, the socket's thread decodes itself, so
 * the kernel's buffer takes the pressure and then drops: memory stays bounded.
 */
final class DispatchPool implements WorkerPool {

    private static final int QUEUE = 4_096;

    private final ThreadPoolExecutor threads;

    DispatchPool(String name, int size) {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                work -> {
                    Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    @Override
    public void execute(WorkerTask task) {
        threads.execute(task);
    }

    @Override
    public boolean tryToExecute(WorkerTask task) {
        return threads.getQueue().offer(task);
    }

    @Override
    public void stop() {
        threads.shutdown();
    }

    @Override
    public void cancel() {
        threads.shutdownNow();
    }

    @Override
    public boolean isIdle() {
        return threads.getActiveCount() == 0 && threads.getQueue().isEmpty();
    }
}
