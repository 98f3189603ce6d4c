/* The portal's own script, in the manner of its time. It sends nothing anywhere. */
(function () {
  if (window.top !== window.self) document.documentElement.className += ' trong-khung';

  function theo(id) {
    return document.getElementById(id);
  }

  /* Sliding news: moves the list to the left and starts again when it has gone by. */
  function tinChay() {
    var ds = theo('ds-tin-chay');
    if (!ds) return;
    var x = 0;
    var dung = false;
    ds.onmouseover = function () {
      dung = true;
    };
    ds.onmouseout = function () {
      dung = false;
    };
    setInterval(function () {
      if (dung) return;
      x -= 1;
      if (-x > ds.offsetWidth) x = ds.parentNode.offsetWidth;
      ds.style.left = x + 'px';
    }, 40);
  }

  /* Photo slider: shows the next picture every five seconds. */
  function anhChay() {
    var khung = theo('anh-chay');
    if (!khung) return;
    var tam = khung.querySelectorAll('.tam');
    var so = khung.querySelectorAll('.so a');
    var hienTai = 0;
    function hien(i) {
      for (var k = 0; k < tam.length; k++) {
        tam[k].style.display = k === i ? 'block' : 'none';
        so[k].className = k === i ? 'chon' : '';
      }
      hienTai = i;
    }
    function chonTam(i) {
      so[i].onclick = function () {
        hien(i);
        return false;
      };
    }
    for (var k = 0; k < so.length; k++) chonTam(k);
    hien(0);
    setInterval(function () {
      hien((hienTai + 1) % tam.length);
    }, 5000);
  }

  /* The button back to the top comes when the page has been scrolled. */
  function lenDau() {
    var nut = theo('len-dau');
    if (!nut) return;
    window.onscroll = function () {
      nut.style.display = (window.pageYOffset || document.documentElement.scrollTop) > 200 ? 'block' : 'none';
    };
    nut.onclick = function () {
      window.scrollTo(0, 0);
      return false;
    };
  }

  /* Forms of this made-up portal are never sent: they only say so. */
  function bieuMau() {
    var ds = document.querySelectorAll('form.khong-gui');
    function giuLai() {
      var loi = theo('loi-nhan');
      if (loi) loi.style.display = 'block';
      return false;
    }
    for (var i = 0; i < ds.length; i++) ds[i].onsubmit = giuLai;
  }

  tinChay();
  anhChay();
  lenDau();
  bieuMau();
})();
