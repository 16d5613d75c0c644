/* usage: sampling_loop SAMPLES THREADS
   The yardstick: t = d/v + g as a C loop that the compiler turns into vector instructions, with the generator SFC32
   (C. Doty-Humphrey, PractRand) in sixteen lanes, Box and Muller's normal variables and a histogram for quantiles.
   gcc -O3 -march=native -ffast-math sampling_loop.c -lm -lpthread */
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LANES = 16, BATCH = 512, BINS = 4096 };

struct part {
  long count;
  uint32_t seed;
  double sum;
  unsigned bins[BINS];
};

static double triangular(double share, double low, double mode, double high) {
  double split = (mode - low) / (high - low);
  double rising = low + sqrt(share * (high - low) * (mode - low));
  double falling = high - sqrt((1 - share) * (high - low) * (high - mode));
  return share < split ? rising : falling;
}

static void *work(void *argument) {
  struct part *part = argument;
  uint32_t a[LANES], b[LANES], c[LANES], counter[LANES];
  double shares[4][BATCH], times[BATCH];
  for (int lane = 0; lane < LANES; lane++) {
    a[lane] = part->seed * 2654435761u + lane;
    b[lane] = lane * 40503u + 1;
    c[lane] = part->seed;
    counter[lane] = 1;
  }
  memset(part->bins, 0, sizeof part->bins);
  part->sum = 0;
  for (long done = 0; done < part->count; done += BATCH) {
    for (int row = 0; row < 4; row++)
      for (int at = 0; at < BATCH; at += LANES)
        for (int lane = 0; lane < LANES; lane++) {
          uint32_t next = a[lane] + b[lane] + counter[lane]++;
          a[lane] = b[lane] ^ (b[lane] >> 9);
          b[lane] = c[lane] + (c[lane] << 3);
          c[lane] = ((c[lane] << 21) | (c[lane] >> 11)) + next;
          shares[row][at + lane] = ((double)next + 0.5) * 0x1p-32;
        }
    for (int at = 0; at < BATCH; at++) {
      double normal = sqrt(-2 * log(shares[0][at])) * cos(6.283185307179586 * shares[1][at]);
      times[at] = triangular(shares[2][at], 540, 560, 580) / (45 * exp(0.2 * normal))
                  + triangular(shares[3][at], 0, 2, 6);
    }
    for (int at = 0; at < BATCH; at++) part->sum += times[at];
    for (int at = 0; at < BATCH; at++) {
      int bin = (int)(times[at] * 64);
      part->bins[bin < BINS ? bin : BINS - 1]++;
    }
  }
  return 0;
}

static double quantile(const struct part *parts, int threads, long count, double share) {
  double below = 0;
  for (int bin = 0; bin < BINS; bin++) {
    for (int thread = 0; thread < threads; thread++) below += parts[thread].bins[bin];
    if (below >= share * count) return bin / 64.0;
  }
  return NAN;
}

int main(int count_of_arguments, char **arguments) {
  if (count_of_arguments != 3) return 2;
  int threads = atoi(arguments[2]);
  long each = atol(arguments[1]) / threads / BATCH * BATCH, count = each * threads;
  struct part *parts = calloc(threads, sizeof *parts);
  pthread_t *running = calloc(threads, sizeof *running);
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (int thread = 0; thread < threads; thread++) {
    parts[thread].count = each;
    parts[thread].seed = 1000 + thread;
    if (thread > 0) pthread_create(&running[thread], 0, work, &parts[thread]);
  }
  work(&parts[0]);
  double sum = parts[0].sum;
  for (int thread = 1; thread < threads; thread++) {
    pthread_join(running[thread], 0);
    sum += parts[thread].sum;
  }
  double low = quantile(parts, threads, count, 0.05), high = quantile(parts, threads, count, 0.95);
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("{\"work_s\": %.6f, \"items\": %ld, \"check\": %.5f, \"p05\": %.3f, \"p95\": %.3f}\n",
         end.tv_sec - start.tv_sec + 1e-9 * (end.tv_nsec - start.tv_nsec), count, sum / count, low, high);
  return 0;
}
