// The CPU engine's algorithm once more, in plain C++17 on one thread: what the WebAssembly kernels are compared with (`npm run bench --
// native`). Default network and training: latency code, average delay response, threshold 1, deadline 3 a layer, heuristic loss with
// margin 0.1, Adam with a cosine rate. The weights start from another random generator, so runs agree in accuracy and not in bytes.
//
//   sparse TRAIN-IMAGES TRAIN-LABELS TEST-IMAGES TEST-LABELS [HIDDEN [EPOCHS [BATCH]]]      (IDX files, unpacked)
//
// Prints one line of JSON: seconds an epoch, and the test accuracy after the last.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <vector>

constexpr float INF = std::numeric_limits<float>::infinity();
constexpr int PIXELS = 784, CLASSES = 10, LANES = 16;  // LANES neurons are worked on at a time.
constexpr float MARGIN = 0.1f, SLOPE_FLOOR = 0.05f, PUSH_SLOPE = 0.25f;
constexpr float BETA1 = 0.9f, BETA2 = 0.999f, EPSILON = 1e-8f;

/** LANES floats that the compiler keeps in registers (GCC's and Clang's vectors). */
typedef float Lanes __attribute__((vector_size(LANES * 4), aligned(4), may_alias));
typedef int32_t Mask __attribute__((vector_size(LANES * 4)));
typedef int64_t Wide __attribute__((vector_size(LANES * 4)));

static Lanes& lanes(float* first) { return *reinterpret_cast<Lanes*>(first); }

static bool any(Mask mask) {
  const Wide wide = Wide(mask);
  return (wide[0] | wide[1] | wide[2] | wide[3] | wide[4] | wide[5] | wide[6] | wide[7]) != 0;
}

struct Spike { int neuron; float time; };
using Spikes = std::vector<Spike>;  // In time order.

struct Set { std::vector<Spikes> volleys; std::vector<uint8_t> labels; };

static std::vector<uint8_t> readIdx(const char* path, size_t header) {
  std::ifstream file(path, std::ios::binary);
  std::vector<uint8_t> bytes((std::istreambuf_iterator<char>(file)), {});
  if (bytes.size() < header) { std::fprintf(stderr, "%s is no IDX file.\n", path); std::exit(1); }
  return {bytes.begin() + header, bytes.end()};
}

/** A pixel brighter than 0.1 spikes, the brighter the earlier. */
static Set readSet(const char* images, const char* labels) {
  const auto bytes = readIdx(images, 16);
  Set set{{}, readIdx(labels, 8)};
  for (size_t n = 0; n < set.labels.size(); n++) {
    Spikes spikes;
    for (int i = 0; i < PIXELS; i++)
      if (const int byte = bytes[n * PIXELS + i]; byte > 25) spikes.push_back({i, (255 - byte) / 255.f});
    std::stable_sort(spikes.begin(), spikes.end(), [](auto a, auto b) { return a.time < b.time; });
    set.volleys.push_back(std::move(spikes));
  }
  return set;
}

/** A spike that a weight learns from: the sample's row in coefficient and reference, and its time. */
struct Cause { int row; float time; };

struct Layer {
  int inputs, neurons, stride;
  float deadline;
  std::vector<float> weights, first, second;            // [inputs, stride]
  std::vector<uint8_t> touched;                         // [inputs]
  std::vector<float> times, slope, error, coefficient, reference;  // [batch, stride]
  std::vector<int> causal;                              // [batch, stride]: length of the causal prefix
  std::vector<Spikes> spikes;                           // [batch]
  std::vector<float> horizon;                           // [batch]: the latest reference
  std::vector<int> from;
  std::vector<Cause> causes;

  Layer(int inputs, int neurons, float deadline, int batch, float expected, std::mt19937& random)
      : inputs(inputs), neurons(neurons), stride((neurons + LANES - 1) / LANES * LANES), deadline(deadline),
        weights(inputs * stride), first(inputs * stride), second(inputs * stride), touched(inputs),
        times(batch * stride), slope(batch * stride), error(batch * stride), coefficient(batch * stride),
        reference(batch * stride), causal(batch * stride), spikes(batch), horizon(batch), from(inputs + 1) {
    std::normal_distribution<float> normal(2 / expected, 0.25f / std::sqrt(expected));
    for (int i = 0; i < inputs; i++)
      for (int j = 0; j < neurons; j++) weights[i * stride + j] = normal(random);
  }

  /** Spike times of LANES neurons: slope A and potential V grow from spike to spike; a neuron that has fired stays at -INF. */
  void walk(const Spikes& pre, int sample, int block) {
    Lanes a{}, v{};
    int waiting = std::min(LANES, neurons - block);
    for (int k = waiting; k < LANES; k++) v[k] = -INF;
    float* time = &times[sample * stride + block];
    std::fill_n(time, LANES, INF);
    std::fill_n(&causal[sample * stride + block], LANES, 0);
    const int count = int(pre.size());
    for (int p = 0; p < count && waiting > 0; p++) {
      const float t = pre[p].time;
      if (t > deadline) break;
      const float end = std::min(deadline, p + 1 < count ? pre[p + 1].time : INF);
      a += lanes(&weights[pre[p].neuron * stride + block]);
      Lanes next = v + a * (end - t);
      if (any(next >= 1))
        for (int k = 0; k < LANES; k++) {
          if (next[k] < 1 || a[k] <= 0) continue;
          time[k] = std::min(end, std::max(t, t + (1 - v[k]) / a[k]));
          slope[sample * stride + block + k] = a[k];
          causal[sample * stride + block + k] = p + 1;
          next[k] = -INF;
          waiting--;
        }
      v = next;
    }
  }

  void forward(const std::vector<const Spikes*>& pre) {
    const int samples = int(pre.size());
    for (int block = 0; block < neurons; block += LANES)
      for (int s = 0; s < samples; s++) walk(*pre[s], s, block);
    for (int s = 0; s < samples; s++) {
      auto& list = spikes[s];
      list.clear();
      for (int j = 0; j < neurons; j++)
        if (const float t = times[s * stride + j]; t < INF) list.push_back({j, t});
      std::sort(list.begin(), list.end(),
                [](auto a, auto b) { return a.time < b.time || (a.time == b.time && a.neuron < b.neuron); });
    }
  }

  /** From dE/dt to what dE/dw and dE/dt of the layer before share; returns the longest causal prefix with an error. */
  int coefficients(int s, bool output) {
    float* c = &coefficient[s * stride];
    float* r = &reference[s * stride];
    std::fill_n(c, stride, 0.f);
    std::fill_n(r, stride, 0.f);
    int last = 0;
    horizon[s] = -INF;
    for (int j = 0; j < neurons; j++) {
      const int k = s * stride + j;
      const float e = error[k];
      const bool silent = times[k] == INF;
      if (e == 0 || (silent && !(output && e > 0))) continue;
      c[j] = silent ? e / PUSH_SLOPE : e / std::max(slope[k], SLOPE_FLOOR);
      r[j] = silent ? deadline : times[k];
      horizon[s] = std::max(horizon[s], r[j]);
      last = std::max(last, causal[k]);
    }
    return last;
  }

  /** dE/dt of the layer before: each spike sums up the errors of the neurons that it helped to fire. */
  void propagateErrors(Layer& before, int s, int last) {
    std::fill_n(&before.error[s * before.stride], before.stride, 0.f);
    const float* c = &coefficient[s * stride];
    const int* cause = &causal[s * stride];
    for (int p = 0; p < last; p++) {
      const int i = before.spikes[s][p].neuron;
      const float* row = &weights[i * stride];
      float sum = 0;
      for (int j = 0; j < stride; j++) sum += cause[j] > p ? c[j] * row[j] : 0;
      before.error[s * before.stride + i] = sum;
    }
  }

  void update(const std::vector<const Spikes*>& pre, float rate, float correction) {
    const int samples = int(pre.size());
    std::fill(from.begin(), from.end(), 0);
    for (int s = 0; s < samples; s++)
      for (const auto& [i, t] : *pre[s]) { if (t >= horizon[s]) break; from[i + 1]++; }
    std::partial_sum(from.begin(), from.end(), from.begin());
    causes.resize(from[inputs]);
    std::vector<int> place(from.begin(), from.end() - 1);
    for (int s = 0; s < samples; s++)
      for (const auto& [i, t] : *pre[s]) { if (t >= horizon[s]) break; causes[place[i]++] = {s * stride, t}; }
    for (int i = 0; i < inputs; i++) {
      if (from[i] < from[i + 1]) touched[i] = 1;
      if (touched[i])
        for (int block = 0; block < stride; block += LANES) learn(i, block, rate, correction, 1.f / samples);
    }
  }

  /** dE/dw_ij = c_j (t_i - t_j) where t_i is before t_j, then Adam. */
  void learn(int i, int block, float rate, float correction, float scale) {
    Lanes g{};
    for (int q = from[i]; q < from[i + 1]; q++) {
      const Lanes before = causes[q].time - lanes(&reference[causes[q].row + block]);
      g += (before < 0 ? before : 0 * before) * lanes(&coefficient[causes[q].row + block]);
    }
    Lanes& w = lanes(&weights[i * stride + block]);
    Lanes& m = lanes(&first[i * stride + block]);
    Lanes& v = lanes(&second[i * stride + block]);
    g *= scale;
    m = BETA1 * m + (1 - BETA1) * g;
    v = BETA2 * v + (1 - BETA2) * g * g;
    Lanes root;
    for (int k = 0; k < LANES; k++) root[k] = std::sqrt(v[k]);
    w -= rate * m / (root * correction + EPSILON);
  }
};

/** The right class shall lead every rival by the margin; a silent output counts as firing at the deadline. Returns whether any error is left. */
static bool outputErrors(Layer& out, int s, int label) {
  const float* t = &out.times[s * out.stride];
  float* e = &out.error[s * out.stride];
  const float own = std::min(t[label], out.deadline);
  float total = 0;
  for (int c = 0; c < CLASSES; c++) {
    if (c == label) continue;
    const float v = std::max(0.f, own + MARGIN - std::min(t[c], out.deadline)) / MARGIN;
    e[c] = t[c] == INF ? 0 : -v;
    total += v;
  }
  e[label] = total;
  return total > 0;
}

int main(int argc, char** argv) {
  if (argc < 5) { std::fprintf(stderr, "sparse TRAIN-IMAGES TRAIN-LABELS TEST-IMAGES TEST-LABELS [HIDDEN [EPOCHS [BATCH]]]\n"); return 2; }
  const Set train = readSet(argv[1], argv[2]), test = readSet(argv[3], argv[4]);
  const int hidden = argc > 5 ? std::atoi(argv[5]) : 128, epochs = argc > 6 ? std::atoi(argv[6]) : 3, batch = argc > 7 ? std::atoi(argv[7]) : 64;
  double lit = 0;
  for (int n = 0; n < 1000; n++) lit += double(train.volleys[n].size()) / 1000;
  std::mt19937 random(1);
  Layer first(PIXELS, hidden, 3, batch, float(lit), random), last(hidden, CLASSES, 6, batch, 0.2f * hidden, random);

  std::vector<const Spikes*> input, between;
  const auto forward = [&](const Set& set, const int* order, int count) {
    input.clear();
    between.clear();
    for (int s = 0; s < count; s++) { input.push_back(&set.volleys[order[s]]); between.push_back(&first.spikes[s]); }
    first.forward(input);
    last.forward(between);
  };

  std::vector<int> order(train.labels.size());
  std::iota(order.begin(), order.end(), 0);
  const int steps = (int(order.size()) + batch - 1) / batch;
  std::string seconds;
  for (int epoch = 0; epoch < epochs; epoch++) {
    const auto start = std::chrono::steady_clock::now();
    std::shuffle(order.begin(), order.end(), random);
    for (int step = 0; step < steps; step++) {
      const int count = std::min(batch, int(order.size()) - step * batch), made = epoch * steps + step;
      const int* chosen = &order[step * batch];
      forward(train, chosen, count);
      for (int s = 0; s < count; s++) {
        first.horizon[s] = last.horizon[s] = -INF;
        if (!outputErrors(last, s, train.labels[chosen[s]])) continue;
        last.propagateErrors(first, s, last.coefficients(s, true));
        first.coefficients(s, false);
      }
      const double rate = 2e-3 * 0.5 * (1 + std::cos(M_PI * made / (double(epochs) * steps)));
      const float size = float(rate / (1 - std::pow(0.9, made + 1)));
      const float correction = float(1 / std::sqrt(1 - std::pow(0.999, made + 1)));
      first.update(input, size, correction);
      last.update(between, size, correction);
    }
    const double taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    seconds += (epoch ? "," : "") + std::to_string(taken);
  }

  int correct = 0;
  std::vector<int> every(test.labels.size());
  std::iota(every.begin(), every.end(), 0);
  for (size_t n = 0; n < every.size(); n += batch) {
    const int count = std::min(batch, int(every.size() - n));
    forward(test, &every[n], count);
    for (int s = 0; s < count; s++) correct += !last.spikes[s].empty() && last.spikes[s][0].neuron == test.labels[n + s];
  }
  std::printf("{\"seconds\":[%s],\"accuracy\":%.4f}\n", seconds.c_str(), double(correct) / double(every.size()));
}
