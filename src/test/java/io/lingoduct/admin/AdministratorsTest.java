package io.lingoduct.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdministratorsTest {

    private static final String TOKEN = "correct-horse-battery";

    private final Administrators withToken = new Administrators(TOKEN);
    private final Administrators withoutToken = new Administrators(null);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"})
    void shouldTakeWhoeverIsOnThisMachineWhereThereIsNoToken(String peer) throws UnknownHostException {
        assertThat(withoutToken.refuse(InetAddress.getByName(peer), HttpFields.build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "192.168.1.2", "2001:db8::1", "0.0.0.0"})
    void shouldRefuseOtherMachinesAndNameTheSettingWhereThereIsNoToken(String peer) throws UnknownHostException {
        var headers = HttpFields.build().put("Authorization", "Bearer " + TOKEN);

        assertThat(withoutToken.refuse(InetAddress.getByName(peer), headers))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(403))
                .hasValueSatisfying(answer -> assertThat(answer.body()).contains("admin-token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "x-real-ip", "Via"})
    void shouldNotTakeAProxyOnThisMachineForAnAdministrator(String header) {
        assertThat(withoutToken.refuse(
                        InetAddress.getLoopbackAddress(), HttpFields.build().put(header, "10.0.0.7")))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + TOKEN, "bearer " + TOKEN, "Bearer  " + TOKEN + " "})
    void shouldTakeWhoeverShowsTheToken(String authorization) throws UnknownHostException {
        assertThat(withToken.refuse(
                        InetAddress.getByName("10.0.0.7"), HttpFields.build().put("Authorization", authorization)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", TOKEN, "Basic " + TOKEN, "Bearer " + TOKEN + "x", "Bearer correct-horse"
            })
    void shouldAskForTheTokenEvenOnThisMachine(String authorization) {
        assertThat(withToken.refuse(
                        InetAddress.getLoopbackAddress(), HttpFields.build().put("Authorization", authorization)))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(401))
                .hasValueSatisfying(answer -> assertThat(answer.headers()).containsKey("WWW-Authenticate"))
                .hasValueSatisfying(answer -> assertThat(answer.body()).doesNotContain(TOKEN));
    }

    @Test
    void shouldNotShowTheTokenInItsSettings() {
        assertThat(TestService.settings(TOKEN, List.of()).toString()).doesNotContain(TOKEN);
    }
}
