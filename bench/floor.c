/* What no forwarder can avoid for one packet: AES-128-CTR, HMAC-SHA1 and one sendto. Prints µs of CPU per packet. */
#include <arpa/inet.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>

static double cpu(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

int main(int count, char **arguments) {
  int port = atoi(arguments[1]), packets = atoi(arguments[2]), size = count > 3 ? atoi(arguments[3]) : 100;
  unsigned char in[2048] = {0}, out[2048], key[16] = {1}, iv[16] = {2}, tag[20];
  unsigned int tagSize = 20;
  int written;
  int out_socket = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
  inet_pton(AF_INET, "127.0.0.1", &to.sin_addr);
  EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
  EVP_EncryptInit_ex(cipher, EVP_aes_128_ctr(), NULL, key, iv);
  HMAC_CTX *mac = HMAC_CTX_new();
  HMAC_Init_ex(mac, key, 16, EVP_sha1(), NULL);
  double before = cpu();
  for (int i = 0; i < packets; i += 1) {
    EVP_EncryptInit_ex(cipher, NULL, NULL, NULL, iv);
    EVP_EncryptUpdate(cipher, out, &written, in, size);
    HMAC_Init_ex(mac, NULL, 0, NULL, NULL);
    HMAC_Update(mac, out, size);
    HMAC_Final(mac, tag, &tagSize);
    memcpy(out + size, tag, 10);
    sendto(out_socket, out, size + 10, 0, (struct sockaddr *)&to, sizeof to);
  }
  printf("%.3f\n", (cpu() - before) / packets);
  return 0;
}
